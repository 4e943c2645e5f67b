import { DomainError } from '@ippo/contracts';
import { readReport } from '../../store/reports.ts';
import { toScan } from '../../store/scans.ts';
import { contract } from '../implement.ts';

export default contract.scans.report.handler(async ({ input, context: { services } }) => {
  await services.scans.read(input.id);
  const found = await readReport(services.db, input.id);
  if (!found) throw new DomainError('no-report');
  return { scan: toScan(found.scan), report: found.report };
});
