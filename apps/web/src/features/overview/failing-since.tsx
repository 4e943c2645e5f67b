import type { Instant, ScanReport } from '@ippo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';
import { writeAge, writeDay, writeInstant } from '../../lib/dates.ts';
import { usePinnedScan } from '../../lib/pinned-scan.ts';

/** By check, since when its oldest place fails; null where an earlier scan is shown, which nobody asked this. */
export function useFailingSince(
  report: ScanReport,
  checks: readonly string[],
): ReadonlyMap<string, Instant> | null {
  const pinned = usePinnedScan() !== null;
  const list = useQuery(
    queries.findings.list.queryOptions({
      input: {
        ...{ source: report.source.kind, account: report.account },
        ...{ outcome: 'fail', check: checks.join(','), sort: 'since', order: 'asc' },
      },
      enabled: !pinned && checks.length > 0,
    }),
  );
  if (pinned) return null;
  const rows = list.data?.findings ?? [];
  return new Map(rows.toReversed().map(({ check, since }) => [check, since]));
}

/** The day and the age, the full time as tooltip; room for both while they are asked for. */
export function FailingSince({ at }: { at: Instant | undefined }) {
  const t = useText();
  const language = useLanguage();
  if (at === undefined) return <span className="failing-since" />;
  return (
    <time className="failing-since" dateTime={at} title={writeInstant(at, language)}>
      <span className="only-narrow">{t('worst.since')} </span>
      {writeDay(at, language)} <small>{writeAge(at, language)}</small>
    </time>
  );
}
