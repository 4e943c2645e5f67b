import { account, organizationOf } from '../build-world.ts';
import type { World } from '../world.ts';

/** A member of an organization of which no other account is connected. */
export default function resellerMember(now: Date): World {
  const id = '111122223333';
  return account({
    now,
    name: 'reseller-member',
    account: id,
    organization: organizationOf(id, {
      id: 'o-r3s3ll3r01',
      managementAccount: '999988887777',
      mayList: false,
    }),
  });
}
