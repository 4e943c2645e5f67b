import { expect, it } from 'vitest';
import { readValues, readValuesWhen } from '../../read.test-support.ts';

const list = 'cloudtrail:ListEventDataStores';

it('is an empty list in every region without a store', async () => {
  const values = await readValues('cloudtrail.event-data-stores');

  expect(values).toEqual([[], []]);
});

it('is denied, never empty', async () => {
  const values = await readValuesWhen('cloudtrail.event-data-stores', list, { act: 'deny' });

  expect(values).toEqual(['denied', 'denied']);
});

it('is malformed when the answer lacks its list', async () => {
  const values = await readValuesWhen('cloudtrail.event-data-stores', list, {
    act: 'answer',
    output: {},
  });

  expect(values).toEqual(['malformed', 'malformed']);
});
