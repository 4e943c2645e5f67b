import { and, asc, eq, isNotNull, isNull, lt, or, sql, type SQL } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { scans } from './schema/scans.ts';

/** A process that did not renew its hold on a scan for so long counts as dead. */
export const leaseMs = 6_000;
/** The database's clock decides: those of several machines differ. */
export const newLease: SQL<Date> = sql`now() + ${`${leaseMs} milliseconds`}::interval`;
export const leaseOver: SQL = sql`now()`;

/** Renews the hold of a process on all that it runs; which those are, and whether someone cancelled. */
export async function renewLeases(
  db: Database,
  worker: string,
): Promise<{ id: string; cancelled: boolean }[]> {
  return db
    .update(scans)
    .set({ leaseUntil: newLease })
    .where(and(eq(scans.worker, worker), eq(scans.status, 'running')))
    .returning({ id: scans.id, cancelled: sql<boolean>`${isNotNull(scans.cancelRequestedAt)}` });
}

/** Gives up the hold on scans: of one process, or (`null`) of every one where this is the only one. */
export async function releaseLeases(db: Database, worker: string | null): Promise<void> {
  const whose = worker === null ? undefined : eq(scans.worker, worker);
  await db
    .update(scans)
    .set({ leaseUntil: null })
    .where(and(eq(scans.status, 'running'), whose));
}

/** Ids of running scans that no living process holds, oldest first. */
export async function listAbandonedScans(db: Database): Promise<string[]> {
  const rows = await db
    .select({ id: scans.id })
    .from(scans)
    .where(abandoned())
    .orderBy(scans.number);
  return rows.map(({ id }) => id);
}

/** An abandoned scan, held until the transaction ends; null where it is none any more. */
export async function takeAbandonedScan(tx: Database, id: string) {
  const [scan] = await tx
    .select()
    .from(scans)
    .where(and(eq(scans.id, id), abandoned()))
    .for('update', { skipLocked: true });
  return scan ?? null;
}

/** Whether a process still runs a scan; it stays so until the transaction ends. */
export async function stillRuns(tx: Database, id: string, worker: string): Promise<boolean> {
  const found = await tx
    .select({ id: scans.id })
    .from(scans)
    .where(and(eq(scans.id, id), eq(scans.status, 'running'), eq(scans.worker, worker)))
    .for('update');
  return found.length > 0;
}

/** Scans that wait for a process, oldest first. */
export async function listWaitingScans(db: Database): Promise<{ id: string; target: string }[]> {
  return db
    .select({ id: scans.id, target: scans.target })
    .from(scans)
    .where(eq(scans.status, 'waiting'))
    .orderBy(asc(scans.number));
}

/** Asks whoever runs a scan to stop; false where it waits or has ended. */
export async function askToCancel(db: Database, id: string, at: Date): Promise<boolean> {
  const asked = await db
    .update(scans)
    .set({ cancelRequestedAt: at })
    .where(and(eq(scans.id, id), eq(scans.status, 'running')))
    .returning({ id: scans.id });
  return asked.length > 0;
}

function abandoned() {
  return and(
    eq(scans.status, 'running'),
    or(isNull(scans.leaseUntil), lt(scans.leaseUntil, leaseOver)),
  );
}
