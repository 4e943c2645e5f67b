import { compareReports } from '@ippo/checks';
import { DomainError } from '@ippo/contracts';
import { readReport, type JudgedScan } from '../../store/reports.ts';
import { contract, scopeOf } from '../implement.ts';

export default contract.findings.compare.handler(async ({ input, context }) => {
  const { scans, db } = context.services;
  const scope = scopeOf(context);
  async function completeReport(id: string): Promise<JudgedScan> {
    await scans.read(id, scope);
    const found = await readReport(db, scope, id);
    if (found?.scan.status !== 'complete') throw new DomainError('not-comparable');
    return found;
  }
  const from = await completeReport(input.from);
  const to = await completeReport(input.to);
  if (from.scan.chain !== to.scan.chain) throw new DomainError('not-comparable');
  return {
    account: to.report.account,
    source: to.report.source,
    from: { scanId: from.scan.id, at: from.report.finishedAt },
    to: { scanId: to.scan.id, at: to.report.finishedAt },
    drift: compareReports(from.report, to.report),
  };
});
