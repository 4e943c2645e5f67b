import { DomainError } from '@ippo/contracts';
import { readAlerts } from '../../store/alerts/read-alerts.ts';
import { newestScan } from '../../store/findings/newest-scans.ts';
import { contract, scopeOf } from '../implement.ts';

export default contract.alerts.handler(async ({ input, context }) => {
  const { db } = context.services;
  const scan = await newestScan(db, scopeOf(context), input);
  if (!scan) throw new DomainError('no-report');
  return { account: scan.account, alerts: await readAlerts(db, scan) };
});
