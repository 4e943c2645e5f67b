import { account, organizationOf } from '../build-world.ts';
import { rootRow, users } from '../people.ts';
import type { World } from '../world.ts';

/** A member whose root user has no credentials left: they are managed centrally. */
export default function centralRoot(now: Date): World {
  const id = '111122223333';
  const root = {
    ...rootRow(id, now, 200),
    password_enabled: 'false',
    password_last_used: 'no_information',
    password_last_changed: 'N/A',
    mfa_active: 'false',
  };
  return account({
    now,
    name: 'central-root',
    account: id,
    organization: organizationOf(id, { managementAccount: '444455556666', mayList: false }),
    summary: {
      Users: 50,
      UsersQuota: 5000,
      AccountMFAEnabled: 0,
      AccountAccessKeysPresent: 0,
      AccountPasswordPresent: 0,
      AccountSigningCertificatesPresent: 0,
    },
    credentials: [root, ...users(id, now)],
  });
}
