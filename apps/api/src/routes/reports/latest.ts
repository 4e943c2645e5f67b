import { DomainError } from '@ippo/contracts';
import { newestScan } from '../../store/findings/newest-scans.ts';
import { readReport } from '../../store/reports.ts';
import { toScan } from '../../store/scans.ts';
import { contract, scopeOf } from '../implement.ts';

export default contract.reports.latest.handler(async ({ input, context }) => {
  const { db } = context.services;
  const scope = scopeOf(context);
  const newest = await newestScan(db, scope, input);
  const found = newest && (await readReport(db, scope, newest.scanId));
  if (!found) throw new DomainError('no-report');
  return { scan: toScan(found.scan), report: found.report };
});
