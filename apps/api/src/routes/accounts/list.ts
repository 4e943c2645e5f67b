import { listReportedAccounts } from '../../store/reports.ts';
import { contract, scopeOf } from '../implement.ts';

export default contract.accounts.handler(async ({ context }) => {
  const accounts = await listReportedAccounts(context.services.db, scopeOf(context));
  return {
    accounts: accounts.map(({ account, source, finishedAt, scanId }) => ({
      ...{ account, scanId, source: source.kind },
      finishedAt: finishedAt.toISOString(),
    })),
  };
});
