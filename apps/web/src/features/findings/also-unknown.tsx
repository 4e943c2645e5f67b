import { useText } from '../../i18n/text.tsx';
import { AppLink } from '../../ui/app-link.tsx';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { alsoUnknown } from './finding-query.ts';
import type { FindingsData, FindingsList } from './use-findings.ts';

/** What the list leaves out because nobody could judge it: a short list is never read as a good one. */
export function AlsoUnknown({ data, findings }: { data: FindingsData; findings: FindingsList }) {
  const t = useText();
  const query = alsoUnknown(findings.query);
  const n = data.counts.outcome?.['unknown'] ?? 0;
  if (query === null || n === 0) return null;
  return (
    <p className="also-unknown">
      <OutcomeIcon shape="unknown" />
      <span>
        <AppLink to={findings.hrefOf(query)}>{t('findings.also-unknown', { n })}</AppLink>{' '}
        <span className="fine-line">{t('findings.also-unknown-about')}</span>
      </span>
    </p>
  );
}
