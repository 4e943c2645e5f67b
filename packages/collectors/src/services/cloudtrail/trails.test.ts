import { expect, it } from 'vitest';
import { id, readValues, readValuesWhen } from '../../read.test-support.ts';

it('lists a multi-region trail in every region, shadows included', async () => {
  const values = await readValues('cloudtrail.trails');

  const trail = {
    TrailARN: `arn:aws:cloudtrail:us-east-1:${id}:trail/small-trail`,
    Name: 'small-trail',
    HomeRegion: 'us-east-1',
    IsMultiRegionTrail: true,
    IsOrganizationTrail: false,
    HasCustomEventSelectors: false,
    LogFileValidationEnabled: true,
    S3BucketName: `small-trail-${id}`,
  };
  expect(values).toEqual([[trail], [trail]]);
});

it('is an empty list where there is none', async () => {
  const values = await readValues('cloudtrail.trails', { world: { trails: [] } });

  expect(values).toEqual([[], []]);
});

it('is denied in one region and read in the other', async () => {
  const faults = [{ operation: 'cloudtrail', region: 'us-east-1', act: 'deny' as const }];

  const values = await readValues('cloudtrail.trails', { faults });

  expect(values).toEqual([[expect.anything()], 'denied']);
});

it.each([{}, { trailList: [{ Name: 'no ARN' }] }, { trailList: [{ TrailARN: 7 }] }])(
  'is malformed when the answer is %j',
  async (output) => {
    const values = await readValuesWhen('cloudtrail.trails', 'cloudtrail:DescribeTrails', {
      act: 'answer',
      output,
    });

    expect(values).toEqual(['malformed', 'malformed']);
  },
);
