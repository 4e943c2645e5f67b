import type { Source } from '@ippo/contracts';
import { and, desc, inArray, isNotNull } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { scans } from './schema/scans.ts';

/** The newest scan of a connection, and where its newest scan that reached AWS read. */
export type LastScan = Pick<
  typeof scans.$inferSelect,
  'id' | 'target' | 'status' | 'createdAt' | 'finishedAt'
> & { source: Source | null };

/** The newest scan of each of some connections that were ever scanned, by connection. */
export async function listLastScans(
  db: Database,
  targets: readonly string[],
): Promise<ReadonlyMap<string, LastScan>> {
  if (targets.length === 0) return new Map();
  const ofThese = inArray(scans.target, [...targets]);
  const newest = await db
    .selectDistinctOn([scans.target], {
      id: scans.id,
      target: scans.target,
      status: scans.status,
      createdAt: scans.createdAt,
      finishedAt: scans.finishedAt,
    })
    .from(scans)
    .where(ofThese)
    .orderBy(scans.target, desc(scans.number));
  const read = await db
    .selectDistinctOn([scans.target], { target: scans.target, source: scans.source })
    .from(scans)
    .where(and(ofThese, isNotNull(scans.source)))
    .orderBy(scans.target, desc(scans.number));
  const sources = new Map(read.map(({ target, source }) => [target, source]));
  return new Map(
    newest.map((scan) => [scan.target, { ...scan, source: sources.get(scan.target) ?? null }]),
  );
}
