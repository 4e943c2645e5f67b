import type { CheckResult, ScanReport } from '@ippo/contracts';
import { Text, useLanguage, useText } from '../i18n/text.tsx';
import { writeList } from '../lib/write-names.ts';
import { checkPath } from '../app/paths.ts';
import { AppLink } from './app-link.tsx';
import { Ago } from './when.tsx';

type Props = { report: ScanReport; check: CheckResult; shown?: number };

/** "Read 12 minutes ago from iam:GetAccountSummary · evidence": where a claim comes from. */
export function SourceLine({ report, check, shown = 3 }: Props) {
  const t = useText();
  const language = useLanguage();
  // A refused call has an answer too, but nothing was read from it.
  const refused = new Set(report.unreadable.map(({ action, region }) => `${action} ${region}`));
  const refs = check.findings
    .toSorted((a, b) => Number(a.outcome === 'pass') - Number(b.outcome === 'pass'))
    .flatMap(({ evidence }) => evidence)
    .filter(({ operation, region }) => !refused.has(`${operation} ${region}`));
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
