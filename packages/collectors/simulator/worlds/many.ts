import { each } from '../build-parts.ts';
import { account, enabledRegions, optInRegions } from '../build-world.ts';
import { rootRow, users } from '../people.ts';
import type { World } from '../world.ts';

/** Every region of the partition, 500 users, and one of its 200 people without MFA. */
export default function many(now: Date): World {
  const id = '111122223333';
  return account({
    now,
    name: 'many',
    account: id,
    regions: {
      ...each(enabledRegions, () => 'ENABLED_BY_DEFAULT'),
      ...each(optInRegions, () => 'ENABLED'),
    },
    summary: {
      Users: 500,
      UsersQuota: 5000,
      AccountMFAEnabled: 1,
      AccountAccessKeysPresent: 0,
      AccountPasswordPresent: 1,
      AccountSigningCertificatesPresent: 0,
    },
    credentials: [
      rootRow(id, now, 200),
      ...users(id, now, { all: 500, console: 200, lacksMfa: (at) => at === 77 }),
    ],
  });
}
