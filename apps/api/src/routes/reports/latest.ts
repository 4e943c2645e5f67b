import { DomainError } from '@ippo/contracts';
import { acceptedRisks } from '../../exceptions/accepted-risks.ts';
import { newestScan } from '../../store/findings/newest-scans.ts';
import { readReport } from '../../store/reports.ts';
import { toScan } from '../../store/scans.ts';
import { contract, scopeOf } from '../implement.ts';

export default contract.reports.latest.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const scope = scopeOf(context);
  const newest = await newestScan(db, scope, input);
  const found = newest && (await readReport(db, scope, newest.scanId));
  if (!found) throw new DomainError('no-report');
  const { scan, report } = found;
  // The newest report is read as things stand: a risk accepted after its scan counts, one that expired does not.
  const accepted = await acceptedRisks(db, scan.chain, report, now());
  return { scan: toScan(scan), report, accepted };
});
