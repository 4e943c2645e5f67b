import { expect, it } from 'vitest';
import { recorder } from '../../../simulator/build-world.ts';
import { now, readValues, readValuesWhen } from '../../read.test-support.ts';

const list = 'config:ListConfigurationRecorders';
const linked = {
  name: 'AWSConfigurationRecorderForSecurityHub',
  servicePrincipal: 'securityhub.amazonaws.com',
};
const recorders = [recorder(now), { ...recorder(now), ...linked }];

it('shows service-linked recorders too', async () => {
  const values = await readValues('config.recorder-summaries', {
    world: { recorders: { 'us-east-1': recorders, 'ap-northeast-1': recorders } },
  });

  expect(values).toEqual([
    [{ name: 'default' }, linked],
    [{ name: 'default' }, linked],
  ]);
});

it('is an empty list where there is none', async () => {
  const values = await readValues('config.recorder-summaries', { world: { recorders: {} } });

  expect(values).toEqual([[], []]);
});

it('is denied, never empty', async () => {
  const values = await readValuesWhen('config.recorder-summaries', list, { act: 'deny' });

  expect(values).toEqual(['denied', 'denied']);
});

it.each([{}, { ConfigurationRecorderSummaries: [{ arn: 'nameless' }] }])(
  'is malformed when the answer is %j',
  async (output) => {
    const values = await readValuesWhen('config.recorder-summaries', list, {
      act: 'answer',
      output,
    });

    expect(values).toEqual(['malformed', 'malformed']);
  },
);
