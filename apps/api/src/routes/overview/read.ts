import { newestScans } from '../../store/findings/newest-scans.ts';
import { overviewOf } from '../../store/findings/overview.ts';
import { contract, scopeOf } from '../implement.ts';

export default contract.overview.handler(async ({ input, context }) => {
  const scans = await newestScans(context.services.db, scopeOf(context), input);
  return { source: scans[0]?.source.kind ?? null, ...overviewOf(scans) };
});
