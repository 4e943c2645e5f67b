import { DomainError, type ReportScope, type Source } from '@ippo/contracts';
import type { Database } from '../store/database.ts';
import { newestScan } from '../store/findings/newest-scans.ts';
import { sees, type ReaderScope } from '../store/reader-scope.ts';
import { scansOfPeriod, type Period } from '../store/scans-in-scope.ts';
import { readStoredScan, type StoredScan } from '../store/scans.ts';

/** A scan with an account, a source and a place in its chain. */
type AccountScan = StoredScan & { chain: string; account: string; source: Source };

/** What a report is about. */
export type ChosenScans = {
  /** The one that is assessed. */
  scan: AccountScan;
  /** Null where that scan is the whole scope. */
  period: Period | null;
  /** Those of the period, whatever became of them, oldest first; else the assessed one alone. */
  scans: StoredScan[];
};

/**
 * The scan asked for, else the newest complete one of the account; of a period the last complete one in it.
 * Throws DomainError `not-found`, `no-report`, `no-scan-in-period`, `report-period-open` or
 * `report-period-reversed`.
 */
export async function chooseScans(
  db: Database,
  reader: ReaderScope,
  asked: ReportScope,
): Promise<ChosenScans> {
  const period = periodOf(asked);
  if (asked.scan !== undefined) {
    const scan = await readStoredScan(db, asked.scan);
    if (!scan || !sees(reader, scan.account)) throw new DomainError('not-found');
    return { scan: ofAccount(scan), period: null, scans: [scan] };
  }
  const newest = await newestScan(db, reader, asked);
  if (!newest) throw new DomainError('no-report');
  if (period === null) {
    const scan = await readStoredScan(db, newest.scanId);
    if (!scan) throw new DomainError('no-report');
    return { scan: ofAccount(scan), period, scans: [scan] };
  }
  const scans = await scansOfPeriod(db, newest.chain, period);
  const scan = scans.findLast(({ status }) => status === 'complete');
  if (!scan)
    throw new DomainError('no-scan-in-period', { from: asked.from ?? '', to: asked.to ?? '' });
  return { scan: ofAccount(scan), period, scans };
}

function periodOf({ scan, from, to }: ReportScope): Period | null {
  if (from === undefined && to === undefined) return null;
  if (from === undefined || to === undefined || scan !== undefined)
    throw new DomainError('report-period-open');
  const period = { from: new Date(from), to: new Date(to) };
  if (period.from >= period.to) throw new DomainError('report-period-reversed');
  return period;
}

function ofAccount(scan: StoredScan): AccountScan {
  const { chain, account, source } = scan;
  if (chain === null || account === null || source === null) throw new DomainError('no-report');
  return { ...scan, chain, account, source };
}
