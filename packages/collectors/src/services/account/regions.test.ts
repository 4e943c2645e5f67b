import { expect, it } from 'vitest';
import { ofType, read, readValues, readValuesWhen } from '../../read.test-support.ts';

it('keeps the state that AWS gives each region', async () => {
  const values = await readValues('account.regions');

  expect(values[0]).toContainEqual({ RegionName: 'me-south-1', RegionOptStatus: 'DISABLED' });
});

it('follows the pages of a long list', async () => {
  const names = Array.from({ length: 60 }, (_, at) => [`xx-test-${at}`, 'DISABLED']);

  const values = await readValues('account.regions', {
    world: { regions: Object.fromEntries(names) },
  });

  expect(values[0]).toHaveLength(60);
});

it('refused, lets EC2 say which regions there are', async () => {
  const faults = [{ operation: 'account', act: 'deny' as const }];

  const evidence = await read({ faults });

  expect(ofType(evidence, 'account.regions')[0]).toMatchObject({
    reason: 'denied',
    action: 'account:ListRegions',
  });
  expect(ofType(evidence, 'cloudtrail.trails').map(({ region }) => region)).toEqual([
    'ap-northeast-1',
    'us-east-1',
  ]);
});

it('asks the default regions of the partition when no list could be read', async () => {
  const faults = ['account', 'ec2'].map((operation) => ({ operation, act: 'deny' as const }));

  const evidence = await read({ faults });

  expect(ofType(evidence, 'cloudtrail.trails')).toHaveLength(17);
});

it('is malformed when a region has no name', async () => {
  const output = { Regions: [{ RegionOptStatus: 'ENABLED' }] };

  const values = await readValuesWhen('account.regions', 'account', { act: 'answer', output });

  expect(values).toEqual(['malformed']);
});
