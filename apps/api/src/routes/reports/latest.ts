import { DomainError } from '@ippo/contracts';
import { readLatestReport } from '../../store/reports.ts';
import { toScan } from '../../store/scans.ts';
import { contract } from '../implement.ts';

export default contract.reports.latest.handler(async ({ input, context: { services } }) => {
  const found = await readLatestReport(services.db, input.account);
  if (!found) throw new DomainError('no-report');
  return { scan: toScan(found.scan), report: found.report };
});
