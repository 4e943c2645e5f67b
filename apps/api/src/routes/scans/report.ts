import { DomainError } from '@ippo/contracts';
import { acceptedRisks } from '../../exceptions/accepted-risks.ts';
import { readReport } from '../../store/reports.ts';
import { toScan } from '../../store/scans.ts';
import { contract, scopeOf } from '../implement.ts';

export default contract.scans.report.handler(async ({ input, context }) => {
  const { services } = context;
  const scope = scopeOf(context);
  const { prunedAt } = await services.scans.read(input.id, scope);
  if (prunedAt !== null) throw new DomainError('evidence-pruned');
  const found = await readReport(services.db, scope, input.id);
  if (!found) throw new DomainError('no-report');
  const { scan, report } = found;
  // What held when it was made: what was accepted or expired since changes nothing in it.
  const at = new Date(report.finishedAt);
  const accepted = await acceptedRisks(services.db, scan.chain, report, at);
  return { scan: toScan(scan), report, accepted };
});
