import { DomainError } from '@ippo/contracts';
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
  return { scan: toScan(found.scan), report: found.report };
});
