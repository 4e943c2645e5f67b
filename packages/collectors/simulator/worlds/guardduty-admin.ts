import { detector, finding } from '../build-parts.ts';
import { account, everywhere } from '../build-world.ts';
import type { World } from '../world.ts';

/** The detector lists three findings of member accounts, and none of this one. */
export default function guarddutyAdmin(now: Date): World {
  const id = '111122223333';
  const members = ['222233334444', '333344445555', '222233334444'];
  const findings = members.map((member, at) =>
    finding(member, now, { name: `member-${at}`, severity: 8, hoursAgo: 10 + at }),
  );
  return account({
    now,
    name: 'guardduty-admin',
    account: id,
    detectors: {
      ...everywhere((region) => [detector(id, region)]),
      'us-east-1': [detector(id, 'us-east-1', { findings })],
    },
  });
}
