import { account } from '../build-world.ts';
import type { World } from '../world.ts';

/** Everything that can be read passes; the management account of three. */
export default function spotless(now: Date): World {
  return account({ now, name: 'spotless' });
}
