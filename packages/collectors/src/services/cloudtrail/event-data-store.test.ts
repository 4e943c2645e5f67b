import { store } from '../../../simulator/build-world.ts';
import { expect, it } from 'vitest';
import { id, ofType, read, readValues } from '../../read.test-support.ts';

const lake = store(id, { name: 'lake', region: 'us-east-1' });
const world = { stores: [lake] };

it('is read in the region that lists the store', async () => {
  const evidence = await read({ world });

  expect(ofType(evidence, 'cloudtrail.event-data-stores').map(({ region }) => region)).toEqual([
    'ap-northeast-1',
    'us-east-1',
  ]);
  expect(ofType(evidence, 'cloudtrail.event-data-store')).toMatchObject([
    {
      region: 'us-east-1',
      resource: lake.arn,
      value: {
        Status: 'ENABLED',
        MultiRegionEnabled: true,
        OrganizationEnabled: false,
        RetentionPeriod: 2557,
        AdvancedEventSelectors: lake.selectors,
      },
    },
  ]);
});

it('is not asked where no store is listed', async () => {
  const values = await readValues('cloudtrail.event-data-store');

  expect(values).toEqual([]);
});

it.each([
  [{ act: 'deny' } as const, 'denied'],
  [{ act: 'answer', output: { RetentionPeriod: 'long' } } as const, 'malformed'],
])('is refused or spoiled: %j', async (mishap, reason) => {
  const faults = [{ operation: 'cloudtrail:GetEventDataStore', ...mishap }];

  const values = await readValues('cloudtrail.event-data-store', { world, faults });

  expect(values).toEqual([reason]);
});
