import { account } from '../build-world.ts';
import type { World } from '../world.ts';

/** Spotless, but one region is dead, one throttles, one is closed by an SCP; others are not opted in. */
export default function halfDark(now: Date): World {
  return account({
    now,
    name: 'half-dark',
    faults: [
      { region: 'eu-west-3', act: 'hang' },
      { region: 'ap-south-1', act: 'throttle' },
      { region: 'sa-east-1', act: 'scp-deny' },
    ],
  });
}
