import { expect, it } from 'vitest';
import { trail } from '../../../simulator/build-world.ts';
import { id, now, ofType, read, readValues, readValuesWhen } from '../../read.test-support.ts';

const get = 'cloudtrail:GetTrailStatus';

it('is asked once for a trail, in its home region', async () => {
  const evidence = await read();

  expect(ofType(evidence, 'cloudtrail.trail-status')).toMatchObject([
    {
      region: 'us-east-1',
      resource: `arn:aws:cloudtrail:us-east-1:${id}:trail/small-trail`,
      value: {
        IsLogging: true,
        StartLoggingTime: '2025-10-12T03:00:00.000Z',
        LatestDeliveryTime: '2026-11-16T02:55:40.000Z',
      },
    },
  ]);
});

it('is asked in the first region that lists the trail when its home is left out', async () => {
  const evidence = await read({ regions: ['ap-northeast-1'] });

  const readings = ofType(evidence, 'cloudtrail.trail-status');
  expect(readings.map(({ region, readable }) => [region, readable])).toEqual([
    ['ap-northeast-1', true],
  ]);
});

it('is asked in the first region by name, however late that one answers', async () => {
  const names = ['ap-northeast-1', 'ap-northeast-2', 'eu-west-1'];
  const evidence = await read({
    world: {
      regions: Object.fromEntries([...names, 'us-east-1'].map((name) => [name, 'ENABLED'])),
    },
    regions: names,
    faults: [{ region: 'ap-northeast-1', act: 'delay', milliseconds: 80 }],
  });

  const readings = ofType(evidence, 'cloudtrail.trail-status');
  expect(readings.map(({ region }) => region)).toEqual(['ap-northeast-1']);
});

it('keeps two trails of one name apart, and one refusal does not touch the other', async () => {
  const trails = [
    trail(id, now, { name: 'one', home: 'us-east-1' }),
    trail('999988887777', now, { name: 'one', home: 'ap-northeast-1', organization: true }),
  ];
  const faults = [{ operation: get, region: 'ap-northeast-1', act: 'deny' as const }];

  const values = await readValues('cloudtrail.trail-status', { world: { trails }, faults });

  expect(values).toEqual(['denied', expect.objectContaining({ IsLogging: true })]);
});

it('is malformed when a time cannot be parsed', async () => {
  const output = { IsLogging: true, LatestDeliveryTime: 'yesterday' };

  const values = await readValuesWhen('cloudtrail.trail-status', get, { act: 'answer', output });

  expect(values).toEqual(['malformed']);
});
