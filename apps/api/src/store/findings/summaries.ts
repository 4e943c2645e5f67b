import type { Change } from '@ippo/contracts';
import { sql } from 'drizzle-orm/sql';
import type { Database } from '../database.ts';
import type { PackedReport } from '../report-parts/pack-report.ts';
import { findingSpans, scanSummaries } from '../schema/findings.ts';

/** Keeps a complete scan in a few figures, in place of those of an earlier judgement. */
export async function keepSummary(
  tx: Database,
  scan: { scanId: string; chain: string; account: string; position: number },
  { summary, settingsDigest }: PackedReport,
  judgement: number,
): Promise<void> {
  const changes = await countChanges(tx, scan.chain, scan.position);
  const told = { ...summary, settingsDigest, judgement, changes };
  await tx
    .insert(scanSummaries)
    .values({ ...scan, ...told })
    .onConflictDoUpdate({ target: scanSummaries.scanId, set: told });
}

// A span that follows one of the same outcome began for another reason: the finding persists.
async function countChanges(
  tx: Database,
  chain: string,
  position: number,
): Promise<Partial<Record<Change, number>>> {
  const counted = await tx.execute(sql`
    select case when before.outcome = began.outcome then 'persisting' else began.change end as change,
      count(*)::int as count
    from ${findingSpans} as began
    left join ${findingSpans} as before on before.chain = began.chain
      and before.fingerprint = began.fingerprint and before.closed_by = began.from_position
    where began.chain = ${chain} and began.from_position = ${position}
    group by 1
    union all
    select gone, count(*)::int from ${findingSpans}
    where chain = ${chain} and closed_by = ${position} and gone is not null
    group by 1`);
  const { rows } = counted as { rows: { change: Change; count: number }[] };
  return Object.fromEntries(rows.map(({ change, count }) => [change, count]));
}
