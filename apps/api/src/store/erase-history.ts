import { and, count, eq, gte, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm/sql';
import { builtIn, type StoredConnection } from './connections.ts';
import type { Database } from './database.ts';
import { attestations, evidence, reports, scans } from './schema/scans.ts';
import { exceptions } from './schema/exceptions.ts';
import { closedRegions } from './schema/closed-regions.ts';
import { findingSpans, scanSummaries } from './schema/findings.ts';
import { holds } from './schema/retention.ts';
import { reportExports } from './schema/report-exports.ts';
import { weeklyReviews } from './schema/weekly-reviews.ts';
import { sweepFacts } from './sweep-facts.ts';

/** Whether a scan of a connection, or of its account, waits or runs. */
export async function isBeingScanned(
  db: Database,
  connection: Pick<StoredConnection, 'id' | 'account'>,
): Promise<boolean> {
  const [found] = await db
    .select({ scans: count() })
    .from(scans)
    .where(and(isNull(scans.finishedAt), scansOf(connection)));
  return (found?.scans ?? 0) > 0;
}

/** Why a scan of a connection, or of its account, has to stay; null where none has. */
export async function reasonToHold(
  db: Database,
  connection: Pick<StoredConnection, 'id' | 'account'>,
): Promise<string | null> {
  const [held] = await db
    .select({ reason: holds.reason })
    .from(holds)
    .innerJoin(
      scans,
      and(
        or(isNull(holds.account), eq(holds.account, scans.account)),
        lte(holds.from, scans.finishedAt),
        or(isNull(holds.until), gte(holds.until, scans.finishedAt)),
      ),
    )
    .where(and(isNull(holds.releasedAt), scansOf(connection)))
    .orderBy(holds.id)
    .limit(1);
  return held?.reason ?? null;
}

/** Whether a connection was ever scanned. */
export async function wasScanned(db: Database, id: string): Promise<boolean> {
  const found = await db.select({ id: scans.id }).from(scans).where(eq(scans.target, id)).limit(1);
  return found.length > 0;
}

/**
 * Erases what is known of a connection's account, by whichever connection it was read: scans with their
 * evidence and reports, findings, and people's answers and reviews. The audit log stays. Returns how many scans went. Pass
 * a transaction in which no scan of it waits or runs.
 */
export async function eraseHistory(
  tx: Database,
  connection: Pick<StoredConnection, 'id' | 'account'>,
): Promise<number> {
  await tx.execute(sql`set local ippo.erasing = 'on'`);
  const found = await tx
    .selectDistinct({ chain: scans.chain })
    .from(scans)
    .where(and(isNotNull(scans.chain), scansOf(connection)));
  let erased = 0;
  for (const { chain } of found) if (chain !== null) erased += await eraseChain(tx, chain);
  await tx.execute(sql`set local ippo.erasing = 'off'`);
  if (erased > 0) await sweepFacts(tx);
  return erased;
}

/** Erases one chain whole, so that what stays has no gap. A new table about scans is a line here. */
async function eraseChain(tx: Database, chain: string): Promise<number> {
  const ids = tx.select({ id: scans.id }).from(scans).where(eq(scans.chain, chain));
  await tx
    .delete(attestations)
    .where(or(eq(attestations.chain, chain), inArray(attestations.scanId, ids)));
  await tx.delete(weeklyReviews).where(eq(weeklyReviews.chain, chain));
  await tx.delete(reportExports).where(eq(reportExports.chain, chain));
  await tx.delete(closedRegions).where(eq(closedRegions.chain, chain));
  await tx.delete(exceptions).where(eq(exceptions.chain, chain));
  await tx.delete(findingSpans).where(eq(findingSpans.chain, chain));
  await tx.delete(scanSummaries).where(inArray(scanSummaries.scanId, ids));
  await tx.delete(reports).where(inArray(reports.scanId, ids));
  await tx.delete(evidence).where(inArray(evidence.scanId, ids));
  const gone = await tx.delete(scans).where(eq(scans.chain, chain)).returning({ id: scans.id });
  return gone.length;
}

/** The demo's account id is made up, and might be somebody's own: the two are never taken for one. */
function scansOf({ id, account }: Pick<StoredConnection, 'id' | 'account'>) {
  const own = eq(scans.target, id);
  if (id === builtIn.demo || account === null) return own;
  return or(own, and(eq(scans.account, account), ne(scans.target, builtIn.demo)));
}
