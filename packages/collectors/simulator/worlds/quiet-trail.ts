import { account, ago, trail } from '../build-world.ts';
import type { World } from '../world.ts';

/** Nothing delivered for 40 hours, no error, and no digests that could tell why. */
export default function quietTrail(now: Date): World {
  const id = '111122223333';
  return account({
    now,
    name: 'quiet-trail',
    account: id,
    trails: [
      trail(id, now, {
        name: 'quiet-trail-trail',
        home: 'us-east-1',
        validation: false,
        status: {
          IsLogging: true,
          StartLoggingTime: ago(now, 100),
          LatestDeliveryTime: ago(now, 40 / 24),
        },
      }),
    ],
  });
}
