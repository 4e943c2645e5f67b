import { withInstants } from '@ippo/checks';
import type { Finding, Reason } from '@ippo/contracts';
import { eq } from 'drizzle-orm/sql';
import type { Database } from '../database.ts';
import { findingsOfCheck, instantsOfChecks, type StoredReport } from '../report-bodies.ts';
import { reports } from '../schema/scans.ts';
import type { ShownRow } from './finding-pages.ts';
import type { NewestScan } from './newest-scans.ts';

/** The reasons of open findings, with the instants of their newest scan where they tell any. */
export async function reasonsWithInstants(
  db: Database,
  scans: readonly NewestScan[],
  rows: readonly ShownRow[],
): Promise<(row: ShownRow) => Reason> {
  const instants = new Map<string, Reason['params']>();
  for (const { chain, judgement } of scans) {
    const checks = rows.filter((row) => row.chain === chain).map(({ check }) => check);
    if (checks.length === 0) continue;
    const found = await instantsOfChecks(db, await reportOf(db, judgement), new Set(checks));
    for (const [fingerprint, params] of found) instants.set(`${chain} ${fingerprint}`, params);
  }
  return (row) => withInstants(row.finding.reason, instants.get(`${row.chain} ${row.fingerprint}`));
}

/** A finding with its evidence, as the newest judgement of its account's newest complete scan has it. */
export async function wholeFinding(
  db: Database,
  { judgement }: NewestScan,
  { check, fingerprint }: ShownRow,
): Promise<Finding | null> {
  const findings = await findingsOfCheck(db, await reportOf(db, judgement), check);
  return findings.find((finding) => finding.fingerprint === fingerprint) ?? null;
}

/** Reasons with the instants that one judgement told of some checks; as they are where it was pruned. */
export async function instantsIn(
  db: Database,
  judgement: number,
  checks: readonly string[],
): Promise<(fingerprint: string, reason: Reason) => Reason> {
  const [report] = await db.select().from(reports).where(eq(reports.number, judgement));
  const found = report && (await instantsOfChecks(db, report, new Set(checks)));
  return (fingerprint, reason) => withInstants(reason, found?.get(fingerprint));
}

async function reportOf(db: Database, judgement: number): Promise<StoredReport> {
  const [report] = await db.select().from(reports).where(eq(reports.number, judgement));
  if (!report) throw new Error(`the judgement ${judgement} is not stored`);
  return report;
}
