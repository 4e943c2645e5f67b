import { canonicalJson } from '@ippo/checks';
import type { ScanReport, Source } from '@ippo/contracts';
import { and, desc, eq } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { within, type ReaderScope } from './reader-scope.ts';
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

/** Keeps a judgement of a scan beside its earlier ones; the newest is the one shown. */
export async function keepReport(
  db: Database,
  scanId: string,
  report: ScanReport,
  judgedAt: Date,
): Promise<void> {
  await db.insert(reports).values({ scanId, judgedAt, body: canonicalJson(report) });
}

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
  return row ? judged(row) : null;
}

/** The newest complete report, of one account where it is named. */
export async function readLatestReport(
  db: Database,
  scope: ReaderScope,
  account: string | undefined,
): Promise<JudgedScan | null> {
  const [row] = await joined(db)
    .where(
      and(
        eq(scans.status, 'complete'),
        within(scope, scans.account),
        account === undefined ? undefined : eq(scans.account, account),
      ),
    )
    .orderBy(desc(scans.number), desc(reports.number))
    .limit(1);
  return row ? judged(row) : null;
}

/** Every judgement of one scan, oldest first. */
export async function listJudgements(
  db: Database,
  scanId: string,
): Promise<{ judgedAt: Date; report: ScanReport }[]> {
  const rows = await db
    .select({ judgedAt: reports.judgedAt, body: reports.body })
    .from(reports)
    .where(eq(reports.scanId, scanId))
    .orderBy(reports.number);
  return rows.map(({ judgedAt, body }) => ({ judgedAt, report: JSON.parse(body) as ScanReport }));
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

/** Each source's accounts with their newest complete report, by account id. */
export async function listReportedAccounts(
  db: Database,
  scope: ReaderScope,
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
    .where(and(eq(scans.status, 'complete'), within(scope, scans.account)))
    .orderBy(scans.chain, desc(scans.number));
  return rows
    .flatMap(({ account, source, finishedAt, ...rest }) =>
      account && source && finishedAt ? [{ ...rest, account, source, finishedAt }] : [],
    )
    .toSorted((a, b) => (a.account < b.account ? -1 : 1));
}

function joined(db: Database) {
  return db
    .select({ scan: scans, body: reports.body })
    .from(reports)
    .innerJoin(scans, eq(reports.scanId, scans.id))
    .$dynamic();
}

function judged({ scan, body }: { scan: StoredScan; body: string }): JudgedScan {
  return { scan, report: JSON.parse(body) as ScanReport };
}
