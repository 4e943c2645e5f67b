import type { ProblemCode, Scan, ScanProgress, Source } from '@ippo/contracts';
import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { within, type ReaderScope } from './reader-scope.ts';
import { newLease } from './scan-leases.ts';
import { linkOf } from './scan-link.ts';
import { scans } from './schema/scans.ts';

export type StoredScan = typeof scans.$inferSelect;
const rowsAtOnce = 200;

/** How a scan may end. */
export type EndStatus = Exclude<Scan['status'], 'waiting' | 'running'>;

/** Adds a waiting scan; false where one of the same target is waiting or running. */
export async function addScan(
  db: Database,
  scan: Pick<StoredScan, 'id' | 'target' | 'startedBy' | 'createdAt' | 'restartOf'> & {
    trigger?: StoredScan['trigger'];
  },
): Promise<boolean> {
  const added = await db
    .insert(scans)
    .values({ ...scan, status: 'waiting' })
    .onConflictDoNothing()
    .returning({ id: scans.id });
  return added.length > 0;
}

/** Turns a waiting scan into one that a process runs; false where it is no longer waiting. */
export async function beginScan(
  db: Database,
  id: string,
  at: Date,
  worker: string,
): Promise<boolean> {
  const begun = await db
    .update(scans)
    .set({ status: 'running', startedAt: at, worker, leaseUntil: newLease })
    .where(and(eq(scans.id, id), eq(scans.status, 'waiting')))
    .returning({ id: scans.id });
  return begun.length > 0;
}

/** Notes whose account a running scan reads. */
export async function noteScannedAccount(
  db: Database,
  id: string,
  { source, account }: { source: Source; account: string | null },
): Promise<void> {
  await db.update(scans).set({ source, account }).where(unended(id));
}

/** Notes how far a running scan is. */
export async function noteScanProgress(
  db: Database,
  id: string,
  progress: ScanProgress,
): Promise<void> {
  await db.update(scans).set({ progress }).where(unended(id));
}

/** Notes the organization that a scan's evidence names. */
export async function noteOrganization(
  db: Database,
  id: string,
  organization: string | null,
): Promise<void> {
  await db.update(scans).set({ organization }).where(unended(id));
}

/**
 * Ends a scan and links it to the one before it of the same source and account, so that a chosen good
 * one shows as chosen. Returns false where it had ended already. Pass a transaction.
 */
export async function endScan(
  tx: Database,
  id: string,
  end: { status: EndStatus; problem?: ProblemCode; at: Date },
): Promise<boolean> {
  const [scan] = await tx.select().from(scans).where(unended(id)).for('update');
  if (!scan) return false;
  const chain = chainOf(scan);
  await lockChain(tx, chain);
  const [before] = await tx
    .select({ link: scans.link, position: scans.chainPosition })
    .from(scans)
    .where(eq(scans.chain, chain))
    .orderBy(desc(scans.chainPosition))
    .limit(1);
  const previousLink = before?.link ?? null;
  const problem = end.problem ?? null;
  const link = linkOf({
    ...{ scan: id, chain, status: end.status, problem, previousLink },
    evidenceDigest: scan.evidenceDigest,
    finishedAt: end.at.toISOString(),
  });
  await tx
    .update(scans)
    .set({
      ...{ status: end.status, problem, finishedAt: end.at },
      ...{ chain, chainPosition: (before?.position ?? 0) + 1, previousLink, link },
    })
    .where(eq(scans.id, id));
  return true;
}

/**
 * Holds a chain until the transaction ends: two that end scans of it must not both take its next place,
 * nor may its newest scan change under one that is judged anew.
 */
export async function lockChain(tx: Database, chain: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${chain}, 0))`);
}

/** One scan as it is stored, or null. */
export async function readStoredScan(db: Database, id: string): Promise<StoredScan | null> {
  const [scan] = await db.select().from(scans).where(eq(scans.id, id));
  return scan ?? null;
}

/** The newest scans first. */
export async function listNewestScans(
  db: Database,
  scope: ReaderScope,
  count: number,
): Promise<StoredScan[]> {
  return db
    .select()
    .from(scans)
    .where(within(scope, scans.account))
    .orderBy(desc(scans.number))
    .limit(count);
}

/** Every scan, the newest first, read page by page. */
export async function* everyScan(
  db: Database,
  scope: ReaderScope,
): AsyncGenerator<StoredScan, void> {
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const page = await db
      .select()
      .from(scans)
      .where(and(lt(scans.number, before), within(scope, scans.account)))
      .orderBy(desc(scans.number))
      .limit(rowsAtOnce);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < rowsAtOnce) return;
    before = last.number;
  }
}

/** A stored scan as the API shows it. */
export function toScan(stored: StoredScan): Scan {
  const { id, target, status, source, account, startedBy, problem, progress } = stored;
  return {
    ...{ id, target, status, source, account, startedBy, problem, progress },
    createdAt: stored.createdAt.toISOString(),
    startedAt: stored.startedAt?.toISOString() ?? null,
    finishedAt: stored.finishedAt?.toISOString() ?? null,
    prunedAt: stored.prunedAt?.toISOString() ?? null,
  };
}

/** What holds an account's scans and answers together: never shared by made-up and real data. */
export function chainOfAccount(source: Source, account: string | null): string {
  return [source.kind, source.world ?? source.url ?? '', account ?? 'unknown'].join(' ');
}

// A process that was taken for dead may still write: what has ended is not changed any more.
function unended(id: string) {
  return and(eq(scans.id, id), isNull(scans.finishedAt));
}

/** What kind of source a chain is of: its first word. */
export function sourceKindOf(chain: string): Source['kind'] {
  const [kind] = chain.split(' ');
  return kind === 'simulated' || kind === 'endpoint' ? kind : 'aws';
}

// A scan that ended before AWS said whose account it is can only be chained by what was tried.
function chainOf({ source, account, target }: StoredScan): string {
  if (source) return chainOfAccount(source, account);
  return [target, '', account ?? 'unknown'].join(' ');
}
