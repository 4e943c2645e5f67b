import type { Evidence, Scope, Source } from '@ippo/contracts';
import type { Database } from '../store/database.ts';
import { everyAccount } from '../store/reader-scope.ts';
import { listReportedAccounts } from '../store/reports.ts';

/** The organization that evidence names; null where the account is in none or it could not be read. */
export function organizationOf(evidence: Evidence): string | null {
  for (const reading of evidence.readings) {
    if (reading.type !== 'organizations.organization' || !reading.readable) continue;
    const value = reading.value as { Id: string } | null;
    return value?.Id ?? null;
  }
  return null;
}

/**
 * Every account of the owner's own source with a complete report, each with the organization that
 * its last evidence named; simulated accounts never vouch for real ones, nor the other way round. As it is
 * now, or as it was at a time.
 */
export async function connectedAccounts(
  db: Database,
  owner: { source: Source; account: string; organization: string | null },
  asOf?: Date,
): Promise<Scope['connectedAccounts']> {
  const { kind, world, url } = owner.source;
  const others = (await listReportedAccounts(db, everyAccount, asOf)).filter(
    ({ account, source }) =>
      account !== owner.account &&
      source.kind === kind &&
      source.world === world &&
      source.url === url,
  );
  return [
    ...others.map(({ account, organization }) => ({ account, organization })),
    { account: owner.account, organization: owner.organization },
  ].toSorted((a, b) => (a.account < b.account ? -1 : 1));
}
