import { compareReports } from '@ippo/checks';
import { DomainError, type Drift } from '@ippo/contracts';
import type { Database } from '../store/database.ts';
import { readSummaryPair } from '../store/findings/scan-transitions.ts';
import { settingsDiffer } from '../store/findings/trend.ts';
import type { ReaderScope } from '../store/reader-scope.ts';
import { readReport, type JudgedScan } from '../store/reports.ts';
import type { ScanService } from './scan-service.ts';

/** Two complete scans of one account, and what differs. */
export type ComparedScans = {
  from: JudgedScan;
  to: JudgedScan;
  drift: Drift;
  /** Whether other thresholds held; ours, not the account's. */
  settingsDiffer: boolean;
};

/**
 * Compares two scans by their ids. Throws DomainError `not-found`, also for a scan that the reader may not
 * see, and `not-comparable`.
 */
export async function compareScans(
  { db, scans }: { db: Database; scans: ScanService },
  scope: ReaderScope,
  ids: { from: string; to: string },
): Promise<ComparedScans> {
  async function completeReport(id: string): Promise<JudgedScan> {
    const { prunedAt } = await scans.read(id, scope);
    if (prunedAt !== null) throw new DomainError('evidence-pruned');
    const found = await readReport(db, scope, id);
    if (found?.scan.status !== 'complete') throw new DomainError('not-comparable');
    return found;
  }
  const from = await completeReport(ids.from);
  const to = await completeReport(ids.to);
  if (from.scan.chain !== to.scan.chain) throw new DomainError('not-comparable');
  const before = await readSummaryPair(db, scope, ids.from);
  const after = await readSummaryPair(db, scope, ids.to);
  return {
    ...{ from, to, drift: compareReports(from.report, to.report) },
    settingsDiffer:
      before !== null && after !== null && settingsDiffer(before.summary, after.summary),
  };
}
