import { listConnections } from '../../store/connections.ts';
import { listReportedAccounts } from '../../store/reports.ts';
import { contract, scopeOf } from '../implement.ts';

export default contract.accounts.handler(async ({ context }) => {
  const { db } = context.services;
  const scope = scopeOf(context);
  const names = new Map<string | null, string>();
  for (const { account, kind, name } of await listConnections(db, scope))
    if (kind !== 'demo' && name !== '') names.set(account, name);
  const accounts = await listReportedAccounts(db, scope);
  return {
    accounts: accounts.map(({ account, source, finishedAt, scanId }) => ({
      ...{ account, scanId, source: source.kind },
      name: names.get(account) ?? null,
      finishedAt: finishedAt.toISOString(),
    })),
  };
});
