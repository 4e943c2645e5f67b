import { DomainError } from '@ippo/contracts';
import { readLatestReport } from '../../store/reports.ts';
import { toScan } from '../../store/scans.ts';
import { contract, scopeOf } from '../implement.ts';

export default contract.reports.latest.handler(async ({ input, context }) => {
  const { db } = context.services;
  const found = await readLatestReport(db, scopeOf(context), input.account);
  if (!found) throw new DomainError('no-report');
  return { scan: toScan(found.scan), report: found.report };
});
