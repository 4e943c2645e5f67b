import { channel, each } from '../build-parts.ts';
import { account, ago, enabledRegions, trail } from '../build-world.ts';
import type { World } from '../world.ts';

/** The trail logs but nothing has landed for five days, and Config fails to deliver in one region. */
export default function deliveryBroken(now: Date): World {
  const id = '111122223333';
  return account({
    now,
    name: 'delivery-broken',
    account: id,
    trails: [
      trail(id, now, {
        name: 'delivery-broken-trail',
        home: 'us-east-1',
        status: {
          IsLogging: true,
          StartLoggingTime: ago(now, 400),
          LatestDeliveryError: 'AccessDenied',
          LatestDeliveryTime: ago(now, 5),
          LatestDigestDeliveryTime: ago(now, 1 / 24),
        },
      }),
    ],
    more: {
      channels: {
        ...each(enabledRegions, () => [channel(id, now)]),
        'us-east-1': [channel(id, now, 'FAILURE')],
      },
    },
  });
}
