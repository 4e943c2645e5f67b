import { DomainError } from '@ippo/contracts';
import { newestScan } from '../../store/findings/newest-scans.ts';
import { readTrend } from '../../store/findings/trend.ts';
import { contract, scopeOf } from '../implement.ts';

export default contract.trend.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const { days, ...subject } = input;
  const scan = await newestScan(db, scopeOf(context), subject);
  if (!scan) throw new DomainError('no-report');
  const trend = await readTrend(db, scan.chain, { days, until: now() });
  return { account: scan.account, source: scan.source, ...trend };
});
