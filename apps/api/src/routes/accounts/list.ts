import { listReportedAccounts } from '../../store/reports.ts';
import { contract } from '../implement.ts';

export default contract.accounts.handler(async ({ context: { services } }) => {
  const accounts = await listReportedAccounts(services.db);
  return {
    accounts: accounts.map(({ account, source, finishedAt, scanId }) => ({
      ...{ account, scanId, source: source.kind },
      finishedAt: finishedAt.toISOString(),
    })),
  };
});
