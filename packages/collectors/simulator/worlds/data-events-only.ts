import { account, trail } from '../build-world.ts';
import type { World } from '../world.ts';

/** One logging multi-region trail that selects data events only. */
export default function dataEventsOnly(now: Date): World {
  const id = '111122223333';
  return account({
    now,
    name: 'data-events-only',
    account: id,
    trails: [
      trail(id, now, {
        name: 'data-events-only-trail',
        home: 'us-east-1',
        selectors: {
          AdvancedEventSelectors: [
            {
              Name: 'S3 objects',
              FieldSelectors: [
                { Field: 'eventCategory', Equals: ['Data'] },
                { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
              ],
            },
          ],
        },
      }),
    ],
  });
}
