import type { AssessedScan } from '@ippo/contracts';
import { and, desc, eq, gte, inArray, isNotNull, isNull, lt } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { digestOfJudgement } from './judgements-as-stored.ts';
import { scanSummaries } from './schema/findings.ts';
import { reports, scans } from './schema/scans.ts';
import type { StoredScan } from './scans.ts';

/** From inclusive, to exclusive: by the end of a scan. */
export type Period = { from: Date; to: Date };

/** Every scan of a chain that ended in a period, whatever became of it, oldest first. */
export async function scansOfPeriod(
  db: Database,
  chain: string,
  { from, to }: Period,
): Promise<StoredScan[]> {
  return db
    .select()
    .from(scans)
    .where(
      and(
        eq(scans.chain, chain),
        isNotNull(scans.finishedAt),
        gte(scans.finishedAt, from),
        lt(scans.finishedAt, to),
      ),
    )
    .orderBy(scans.number);
}

/** What each scan left: its digests, figures and place in its chain. */
export async function asAssessed(
  db: Database,
  given: readonly StoredScan[],
): Promise<AssessedScan[]> {
  const ids = given.map(({ id }) => id);
  if (ids.length === 0) return [];
  const judged = await db
    .selectDistinctOn([reports.scanId], {
      scanId: reports.scanId,
      digest: reports.digest,
      body: reports.body,
    })
    .from(reports)
    .where(inArray(reports.scanId, ids))
    .orderBy(reports.scanId, desc(reports.number));
  const figures = await db
    .select({
      scanId: scanSummaries.scanId,
      score: scanSummaries.score,
      stepsDone: scanSummaries.stepsDone,
    })
    .from(scanSummaries)
    .where(inArray(scanSummaries.scanId, ids));
  const digests = new Map(judged.map((report) => [report.scanId, digestOfJudgement(report)]));
  const seen = new Map(figures.map((figure) => [figure.scanId, figure]));
  return given.map((scan) => ({
    id: scan.id,
    number: scan.number,
    startedAt: scan.startedAt?.toISOString() ?? null,
    finishedAt: scan.finishedAt?.toISOString() ?? null,
    status: scan.status,
    pruned: scan.prunedAt !== null,
    evidenceDigest: scan.evidenceDigest,
    reportDigest: digests.get(scan.id) ?? null,
    firstStepsDone: seen.get(scan.id)?.stepsDone ?? null,
    score: seen.get(scan.id)?.score ?? null,
    problem: scan.problem,
    chain: scan.chain,
    chainPosition: scan.chainPosition,
    previousLink: scan.previousLink,
    link: scan.link,
  }));
}

/** Complete scans of a chain that still have their evidence, newest first; the last 100. */
export async function listAssessable(
  db: Database,
  chain: string,
): Promise<{ id: string; finishedAt: string }[]> {
  const rows = await db
    .select({ id: scans.id, finishedAt: scans.finishedAt })
    .from(scans)
    .where(and(eq(scans.chain, chain), eq(scans.status, 'complete'), isNull(scans.prunedAt)))
    .orderBy(desc(scans.number))
    .limit(100);
  return rows.flatMap(({ id, finishedAt }) =>
    finishedAt ? [{ id, finishedAt: finishedAt.toISOString() }] : [],
  );
}

/** A complete scan in a few figures, or null. */
export async function readSummary(
  db: Database,
  scanId: string,
): Promise<typeof scanSummaries.$inferSelect | null> {
  const [row] = await db.select().from(scanSummaries).where(eq(scanSummaries.scanId, scanId));
  return row ?? null;
}
