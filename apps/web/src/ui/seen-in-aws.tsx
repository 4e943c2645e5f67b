import { dashed, type CheckResult } from '@ippo/contracts';
import { Text, useLanguage, useText } from '../i18n/text.tsx';
import { writeList } from '../lib/write-names.ts';

/** What AWS showed that helps a person to answer, as the finding's own parameters say it. */
export function SeenInAws({ check }: { check: CheckResult }) {
  const t = useText();
  const language = useLanguage();
  const params = check.findings[0]?.reason.params ?? {};
  const { accountNames, unitNames, organization, account } = params;
  const parts: string[] = [];
  if (Array.isArray(accountNames))
    parts.push(
      accountNames.length > 0
        ? t('answers.seen-names', { names: writeList(accountNames, language) })
        : t('answers.seen-no-names'),
    );
  if (Array.isArray(unitNames) && unitNames.length > 0)
    parts.push(t('answers.seen-units', { names: writeList(unitNames, language) }));
  return (
    <p className="seen-in-aws">
      {parts.join(' ')}
      {typeof organization === 'string' && typeof account === 'string' ? (
        <Text
          id="answers.seen-organization"
          values={{
            organization: <span className="mono">{organization}</span>,
            account: <span className="code-name">{dashed(account)}</span>,
          }}
        />
      ) : null}
    </p>
  );
}
