import { expect, it } from 'vitest';
import { readValues, readValuesWhen } from '../../read.test-support.ts';

const get = 'guardduty:GetDetector';

it('keeps whether the detector is on', async () => {
  const detectors = {
    'ap-northeast-1': [{ id: 'a'.repeat(32), status: 'DISABLED' }],
    'us-east-1': [{ id: 'b'.repeat(32), status: 'ENABLED' }],
  };

  const values = await readValues('guardduty.detector', { world: { detectors } });

  expect(values).toEqual([{ Status: 'DISABLED' }, { Status: 'ENABLED' }]);
});

it('is not asked where no detector is listed', async () => {
  const values = await readValues('guardduty.detector', { world: { detectors: {} } });

  expect(values).toEqual([]);
});

it.each([
  [{ act: 'deny' } as const, 'denied'],
  [{ act: 'answer', output: { status: 1 } } as const, 'malformed'],
])('is refused or spoiled: %j', async (mishap, reason) => {
  const values = await readValuesWhen('guardduty.detector', get, mishap);

  expect(values).toEqual([reason, reason]);
});
