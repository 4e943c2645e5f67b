import { expect, it } from 'vitest';
import { detectorId } from '../../../simulator/build-world.ts';
import { id, readValues, readValuesWhen } from '../../read.test-support.ts';

const list = 'guardduty:ListDetectors';

it('lists the detectors of each region', async () => {
  const values = await readValues('guardduty.detectors');

  expect(values).toEqual([[detectorId(id, 'ap-northeast-1')], [detectorId(id, 'us-east-1')]]);
});

it('is an empty list where there is none', async () => {
  const values = await readValues('guardduty.detectors', { world: { detectors: {} } });

  expect(values).toEqual([[], []]);
});

it.each([
  [{ act: 'deny' } as const, 'denied'],
  [{ act: 'refuse', error: 'SubscriptionRequiredException' } as const, 'not-activated'],
  [{ act: 'answer', output: {} } as const, 'malformed'],
])('is refused or spoiled: %j', async (mishap, reason) => {
  const values = await readValuesWhen('guardduty.detectors', list, mishap);

  expect(values).toEqual([reason, reason]);
});
