import { bucket } from '../build-parts.ts';
import { account, organizationOf, trail } from '../build-world.ts';
import type { World } from '../world.ts';

/** A member whose only trail is the organization's: its status, selectors and bucket are not ours to read. */
export default function orgTrailMember(now: Date): World {
  const id = '111122223333';
  const management = '444455556666';
  const orgTrail = trail(management, now, {
    name: 'org-trail',
    home: 'us-east-1',
    organization: true,
    selectors: { EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true }] },
  });
  return account({
    now,
    name: 'org-trail-member',
    account: id,
    organization: organizationOf(id, { managementAccount: management, mayList: false }),
    trails: [orgTrail],
    more: { buckets: [bucket(management, orgTrail)] },
    faults: [
      { operation: 'cloudtrail:GetTrailStatus', act: 'deny' },
      { operation: 'cloudtrail:GetEventSelectors', act: 'deny' },
    ],
  });
}
