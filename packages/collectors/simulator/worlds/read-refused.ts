import { account } from '../build-world.ts';
import type { World } from '../world.ts';

const refused = [
  'cloudtrail',
  'config',
  'ec2',
  'events',
  'guardduty',
  'iam',
  'organizations',
  's3',
  's3control',
  'securityhub',
];

/** Only the identity and the region list answer. */
export default function readRefused(now: Date): World {
  const faults = refused.map((operation) => ({ operation, act: 'deny' as const }));
  return account({ now, name: 'read-refused', faults });
}
