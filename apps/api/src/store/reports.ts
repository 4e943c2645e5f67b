import type { ScanReport, Source } from '@ippo/contracts';
import { and, desc, eq, lte } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { within, type ReaderScope } from './reader-scope.ts';
import { wholeReport, type StoredReport } from './report-bodies.ts';
import { reports, scans } from './schema/scans.ts';
import type { StoredScan } from './scans.ts';

/** A scan with its judgement. */
export type JudgedScan = { scan: StoredScan; report: ScanReport };
/** An account with a complete report, and where that report came from. */
export type ReportedAccount = {
  account: string;
  organization: string | null;
  source: Source;
  finishedAt: Date;
  scanId: string;
};

/** The newest judgement of one scan, or null. */
export async function readReport(
  db: Database,
  scope: ReaderScope,
  scanId: string,
): Promise<JudgedScan | null> {
  const [row] = await joined(db)
    .where(and(eq(scans.id, scanId), within(scope, scans.account)))
    .orderBy(desc(reports.number))
    .limit(1);
  return row ? judged(db, row) : null;
}

/** When a scan was judged for the first time; null where it never was. */
export async function readFirstJudgedAt(db: Database, scanId: string): Promise<Date | null> {
  const [row] = await db
    .select({ judgedAt: reports.judgedAt })
    .from(reports)
    .where(eq(reports.scanId, scanId))
    .orderBy(reports.number)
    .limit(1);
  return row?.judgedAt ?? null;
}

/** Every judgement of one scan, oldest first. */
export async function listJudgements(
  db: Database,
  scanId: string,
): Promise<{ judgedAt: Date; report: ScanReport }[]> {
  const rows = await db
    .select()
    .from(reports)
    .where(eq(reports.scanId, scanId))
    .orderBy(reports.number);
  return Promise.all(
    rows.map(async (row) => ({ judgedAt: row.judgedAt, report: await wholeReport(db, row) })),
  );
}

/** The newest complete scan of a chain, or null. */
export async function readNewestCompleteScan(
  db: Database,
  chain: string,
): Promise<StoredScan | null> {
  const [scan] = await db
    .select()
    .from(scans)
    .where(and(eq(scans.chain, chain), eq(scans.status, 'complete')))
    .orderBy(desc(scans.number))
    .limit(1);
  return scan ?? null;
}

/** Each source's accounts with their newest complete report, now or at a time, by account id. */
export async function listReportedAccounts(
  db: Database,
  scope: ReaderScope,
  asOf?: Date,
): Promise<ReportedAccount[]> {
  const rows = await db
    .selectDistinctOn([scans.chain], {
      account: scans.account,
      organization: scans.organization,
      source: scans.source,
      finishedAt: scans.finishedAt,
      scanId: scans.id,
    })
    .from(scans)
    .where(
      and(
        eq(scans.status, 'complete'),
        within(scope, scans.account),
        asOf && lte(scans.finishedAt, asOf),
      ),
    )
    .orderBy(scans.chain, desc(scans.number));
  return rows
    .flatMap(({ account, source, finishedAt, ...rest }) =>
      account && source && finishedAt ? [{ ...rest, account, source, finishedAt }] : [],
    )
    .toSorted((a, b) => (a.account < b.account ? -1 : 1));
}

function joined(db: Database) {
  return db
    .select({ scan: scans, report: reports })
    .from(reports)
    .innerJoin(scans, eq(reports.scanId, scans.id))
    .$dynamic();
}

async function judged(
  db: Database,
  { scan, report }: { scan: StoredScan; report: StoredReport },
): Promise<JudgedScan> {
  return { scan, report: await wholeReport(db, report) };
}
