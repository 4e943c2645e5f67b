import type { Change } from '@ippo/contracts';
import { and, count, eq, isNotNull } from 'drizzle-orm/sql';
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

async function countChanges(
  tx: Database,
  chain: string,
  position: number,
): Promise<Partial<Record<Change, number>>> {
  const began = await tx
    .select({ change: findingSpans.change, n: count() })
    .from(findingSpans)
    .where(and(eq(findingSpans.chain, chain), eq(findingSpans.fromPosition, position)))
    .groupBy(findingSpans.change);
  const ended = await tx
    .select({ change: findingSpans.gone, n: count() })
    .from(findingSpans)
    .where(
      and(
        eq(findingSpans.chain, chain),
        eq(findingSpans.closedBy, position),
        isNotNull(findingSpans.gone),
      ),
    )
    .groupBy(findingSpans.gone);
  return Object.fromEntries([...began, ...ended].map(({ change, n }) => [change, Number(n)]));
}
