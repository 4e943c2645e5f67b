import { expect, it } from 'vitest';
import { recorder } from '../../../simulator/build-world.ts';
import { now, readValues, readValuesWhen } from '../../read.test-support.ts';

const describe = 'config:DescribeConfigurationRecorderStatus';

it('keeps the status as it stands on the wire, with its error', async () => {
  const failing = {
    ...recorder(now),
    lastStatus: 'FAILURE',
    lastErrorCode: 'AccessDenied',
    lastErrorMessage: 'Not authorized to assume the role.',
  };

  const values = await readValues('config.recorder-status', {
    world: { recorders: { 'us-east-1': [failing] } },
  });

  expect(values).toEqual([[], [{ ...failing, lastStartTime: '2026-01-20T03:00:00.000Z' }]]);
});

it('keeps a status that nobody knows', async () => {
  const output = { ConfigurationRecordersStatus: [{ name: 'default', lastStatus: 'DREAMING' }] };

  const values = await readValuesWhen('config.recorder-status', describe, {
    act: 'answer',
    output,
  });

  expect(values[0]).toEqual([{ name: 'default', lastStatus: 'DREAMING' }]);
});

it('is denied, never empty', async () => {
  const values = await readValuesWhen('config.recorder-status', describe, { act: 'deny' });

  expect(values).toEqual(['denied', 'denied']);
});

it('is malformed when the answer lacks its list', async () => {
  const values = await readValuesWhen('config.recorder-status', describe, {
    act: 'answer',
    output: {},
  });

  expect(values).toEqual(['malformed', 'malformed']);
});
