import { expect, it } from 'vitest';
import { channel } from '../../../simulator/build-parts.ts';
import { recorder } from '../../../simulator/build-world.ts';
import { id, now, ofType, read, readValues } from '../../read.test-support.ts';

const kinds = [
  ['config.delivery-channels', 'config:DescribeDeliveryChannels'],
  ['config.delivery-channel-status', 'config:DescribeDeliveryChannelStatus'],
  ['config.retention', 'config:DescribeRetentionConfigurations'],
] as const;
const world = {
  recorders: { 'us-east-1': [recorder(now)] },
  more: {
    channels: { 'us-east-1': [channel(id, now, 'FAILURE')] },
    retention: { 'us-east-1': 90 },
  },
};

it('reads a channel, what became of its deliveries, and the retention', async () => {
  const evidence = await read({ world });

  const values = kinds.map(([kind]) =>
    ofType(evidence, kind).map((one) => one.readable && one.value),
  );
  expect(values).toEqual([
    [[{ name: 'default', s3BucketName: `config-bucket-${id}` }]],
    [
      [
        {
          name: 'default',
          configHistoryDeliveryInfo: { lastStatus: 'FAILURE' },
          configStreamDeliveryInfo: { lastStatus: 'Not_Applicable' },
        },
      ],
    ],
    [[{ Name: 'default', RetentionPeriodInDays: 90 }]],
  ]);
});

it.each(kinds)('%s is asked only where there is a recorder', async (kind) => {
  const evidence = await read({ world });

  expect(ofType(evidence, kind).map(({ region }) => region)).toEqual(['us-east-1']);
});

it.each(kinds)('%s is not asked where only a service keeps a recorder', async (kind) => {
  const linked = { ...recorder(now), name: 'linked', servicePrincipal: 'config.amazonaws.com' };

  const values = await readValues(kind, { world: { recorders: { 'us-east-1': [linked] } } });

  expect(values).toEqual([]);
});

it('takes no retention as an empty list, or as null where AWS says so as an error', async () => {
  const named = {
    operation: 'config:DescribeRetentionConfigurations',
    act: 'refuse' as const,
    error: 'NoSuchRetentionConfigurationException',
  };

  expect(await readValues('config.retention')).toEqual([[], []]);
  expect(await readValues('config.retention', { faults: [named] })).toEqual([null, null]);
});

it.each(kinds)('%s is denied or malformed, never empty', async (kind, operation) => {
  const denied = [{ operation, act: 'deny' as const }];
  const spoiled = [{ operation, act: 'answer' as const, output: {} }];

  expect(await readValues(kind, { world, faults: denied })).toEqual(['denied']);
  expect(await readValues(kind, { world, faults: spoiled })).toEqual(['malformed']);
});
