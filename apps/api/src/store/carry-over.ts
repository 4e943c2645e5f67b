import { and, asc, desc, eq, isNull } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { followFindings } from './findings/follow-findings.ts';
import { callsOf, wholeReport } from './report-bodies.ts';
import { packReport } from './report-parts/pack-report.ts';
import { scanSummaries } from './schema/findings.ts';
import { reports, scans } from './schema/scans.ts';

/**
 * Follows the findings of complete scans that an earlier version kept as whole reports, oldest first.
 * Does nothing where that was done. Call it while no scan runs.
 */
export async function carryOver(db: Database): Promise<void> {
  const left = await db
    .select({ scan: scans })
    .from(scans)
    .leftJoin(scanSummaries, eq(scanSummaries.scanId, scans.id))
    .where(and(eq(scans.status, 'complete'), isNull(scanSummaries.scanId)))
    .orderBy(asc(scans.chain), asc(scans.chainPosition));
  for (const { scan } of left) {
    const [stored] = await db
      .select()
      .from(reports)
      .where(eq(reports.scanId, scan.id))
      .orderBy(desc(reports.number))
      .limit(1);
    if (!stored) continue;
    const report = await wholeReport(db, stored);
    // Which thresholds held then was not noted.
    const packed = packReport(report, await callsOf(db, scan.id), null);
    const judgement = { number: stored.number, at: stored.judgedAt };
    await db.transaction((tx) => followFindings(tx, scan, packed, judgement));
  }
}
