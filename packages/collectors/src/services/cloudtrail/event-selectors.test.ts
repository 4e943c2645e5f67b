import { expect, it } from 'vitest';
import { trail } from '../../../simulator/build-world.ts';
import { id, now, readValues } from '../../read.test-support.ts';

const selectors = {
  AdvancedEventSelectors: [
    { Name: 'free text', FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] },
  ],
};
const basic = {
  EventSelectors: [
    { ReadWriteType: 'WriteOnly', IncludeManagementEvents: true, DataResources: [] },
  ],
};
const world = (chosen: typeof selectors | typeof basic) => ({
  trails: [trail(id, now, { name: 'chosen', home: 'us-east-1', selectors: chosen })],
});

it('is not asked of a trail that says it has no custom selectors', async () => {
  const values = await readValues('cloudtrail.event-selectors');

  expect(values).toEqual([]);
});

it('keeps the fields that advanced selectors select on', async () => {
  const values = await readValues('cloudtrail.event-selectors', { world: world(selectors) });

  expect(values).toEqual([selectors]);
});

it('keeps what basic selectors say of management events', async () => {
  const values = await readValues('cloudtrail.event-selectors', { world: world(basic) });

  expect(values).toEqual([
    { EventSelectors: [{ ReadWriteType: 'WriteOnly', IncludeManagementEvents: true }] },
  ]);
});

it.each([
  [{ act: 'deny' } as const, 'denied'],
  [{ act: 'answer', output: { EventSelectors: 'all' } } as const, 'malformed'],
])('is refused or spoiled: %j', async (mishap, reason) => {
  const faults = [{ operation: 'cloudtrail:GetEventSelectors', ...mishap }];

  const values = await readValues('cloudtrail.event-selectors', { world: world(basic), faults });

  expect(values).toEqual([reason]);
});
