import type { Finding, Reason } from '@ippo/contracts';
import { eq } from 'drizzle-orm/sql';
import type { Database } from '../database.ts';
import { checksWithInstants, findingsOfCheck, type StoredReport } from '../report-bodies.ts';
import type { findingSpans } from '../schema/findings.ts';
import { reports } from '../schema/scans.ts';
import type { NewestScan } from './newest-scans.ts';

type Row = typeof findingSpans.$inferSelect;

/**
 * The reasons of open findings with the instants of their newest scan, by chain and fingerprint: only those
 * that have any.
 */
export async function reasonsWithInstants(
  db: Database,
  scans: readonly NewestScan[],
  rows: readonly Row[],
): Promise<(row: Row) => Reason> {
  const reasons = new Map<string, Reason>();
  for (const { chain, judgement } of scans) {
    const ofChain = rows.filter((row) => row.chain === chain);
    if (ofChain.length === 0) continue;
    const report = await reportOf(db, judgement);
    const timed = await checksWithInstants(db, report);
    const checks = new Set(ofChain.map(({ check }) => check).filter((one) => timed.has(one)));
    for (const check of checks)
      for (const { fingerprint, reason } of await findingsOfCheck(db, report, check))
        reasons.set(`${chain} ${fingerprint}`, reason);
  }
  return (row) => reasons.get(`${row.chain} ${row.fingerprint}`) ?? row.finding.reason;
}

/** A finding with its evidence, as the newest judgement of its account's newest complete scan has it. */
export async function wholeFinding(
  db: Database,
  { judgement }: NewestScan,
  { check, fingerprint }: Row,
): Promise<Finding | null> {
  const findings = await findingsOfCheck(db, await reportOf(db, judgement), check);
  return findings.find((finding) => finding.fingerprint === fingerprint) ?? null;
}

async function reportOf(db: Database, judgement: number): Promise<StoredReport> {
  const [report] = await db.select().from(reports).where(eq(reports.number, judgement));
  if (!report) throw new Error(`the judgement ${judgement} is not stored`);
  return report;
}
