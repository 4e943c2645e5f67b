import { serviceRole } from '../build-parts.ts';
import { account } from '../build-world.ts';
import { rootRow, users } from '../people.ts';
import type { World } from '../world.ts';

/** 5,000 users, of whose 2,000 people 120 have no MFA, and 10,000 roles. */
export default function huge(now: Date): World {
  const id = '111122223333';
  const lacksMfa = (at: number) => at % 16 === 0 && at < 16 * 120;
  return account({
    now,
    name: 'huge',
    account: id,
    summary: {
      Users: 5000,
      UsersQuota: 5000,
      AccountMFAEnabled: 1,
      AccountAccessKeysPresent: 0,
      AccountPasswordPresent: 1,
      AccountSigningCertificatesPresent: 0,
    },
    credentials: [rootRow(id, now, 200), ...users(id, now, { all: 5000, console: 2000, lacksMfa })],
    more: {
      roles: Array.from({ length: 10_000 }, (_, at) => serviceRole(id, 'ec2', `worker-${at}`)),
    },
  });
}
