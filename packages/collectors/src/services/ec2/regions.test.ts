import { expect, it } from 'vitest';
import { readValues } from '../../read.test-support.ts';

const noAccountList = { operation: 'account', act: 'deny' as const };

it('is not asked while the account service answers', async () => {
  const values = await readValues('ec2.regions');

  expect(values).toEqual([]);
});

it('asks for all regions, not opted-in ones included', async () => {
  const values = await readValues('ec2.regions', { faults: [noAccountList] });

  expect(values[0]).toEqual([
    { RegionName: 'ap-northeast-1', OptInStatus: 'opt-in-not-required' },
    { RegionName: 'us-east-1', OptInStatus: 'opt-in-not-required' },
    { RegionName: 'me-south-1', OptInStatus: 'not-opted-in' },
  ]);
});

it.each([
  ['deny', 'denied'],
  ['scp-deny', 'scp-denied'],
  ['throttle', 'throttled'],
  ['truncate', 'malformed'],
] as const)('is %s: %s', async (act, reason) => {
  const values = await readValues('ec2.regions', {
    faults: [noAccountList, { operation: 'ec2', act }],
  });

  expect(values).toEqual([reason]);
});
