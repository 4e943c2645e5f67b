import type { CheckResult } from '@ippo/contracts';
import { Text, useLanguage, useText } from '../i18n/text.tsx';
import { writeList } from '../lib/write-names.ts';
import { checkPath } from '../app/paths.ts';
import { AppLink } from './app-link.tsx';
import { Ago } from './when.tsx';

/** "Read 12 minutes ago from iam:GetAccountSummary · evidence": where a claim comes from. */
export function SourceLine({ check, shown = 3 }: { check: CheckResult; shown?: number }) {
  const t = useText();
  const language = useLanguage();
  const refs = check.findings
    .toSorted((a, b) => Number(a.outcome === 'pass') - Number(b.outcome === 'pass'))
    .flatMap(({ evidence }) => evidence);
  const operations = [...new Set(refs.map(({ operation }) => operation))];
  const at = refs.map((ref) => ref.at).toSorted()[0];
  const names = operations.slice(0, shown);
  if (operations.length > shown)
    names.push(t('first-steps.more-operations', { n: operations.length - shown }));
  return (
    <p className="source-line">
      {at === undefined ? null : (
        <>
          <Text
            id="first-steps.source"
            values={{
              ago: <Ago at={at} />,
              operations: <span className="source-operations">{writeList(names, language)}</span>,
            }}
          />{' '}
          ·{' '}
        </>
      )}
      <AppLink to={checkPath(check.id)} fontSize="body-s">
        {t('common.evidence')}
      </AppLink>
    </p>
  );
}
