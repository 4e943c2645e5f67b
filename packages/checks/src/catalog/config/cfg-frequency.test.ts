import type { EvidenceValue } from '@ippo/contracts';
import { checkCases } from '../../testing/check-cases.ts';
import { answered, evidence, everywhere, refused } from '../../testing/evidence.ts';
import { staysHonest } from '../../testing/refused-readings.ts';
import check from './cfg-frequency.ts';

type Mode = NonNullable<EvidenceValue<'config.recorders'>[number]['recordingMode']>;

/** Recorders named a, b, c with these modes; null is one without. */
function recorders(region: string, ...modes: (Mode | null)[]) {
  return answered(
    'config.recorders',
    modes.map((recordingMode, at) => ({
      name: 'abc'[at] ?? 'd',
      ...(recordingMode ? { recordingMode } : {}),
    })),
    region,
  );
}

function recording(...modes: (Mode | null)[]) {
  return evidence(everywhere((region) => recorders(region, ...modes)));
}

const continuous: Mode = { recordingFrequency: 'CONTINUOUS' };
const daily: Mode = { recordingFrequency: 'DAILY' };

function overriding(recordingFrequency: string, ...resourceTypes: string[]): Mode {
  return { ...continuous, recordingModeOverrides: [{ recordingFrequency, resourceTypes }] };
}

checkCases(check, {
  passes: {
    'every region records continuously': { given: recording(continuous), reason: 'met' },
    'the frequency is written in another case': {
      given: recording({ recordingFrequency: 'Continuous' }),
      reason: 'met',
    },
    'an old recorder has no mode': { given: recording(null), reason: 'met' },
    'single types are recorded daily, named in order': {
      given: recording(overriding('Daily', 'AWS::EC2::Volume', 'AWS::EC2::Instance')),
      reason: 'daily-for-some',
      params: { types: ['AWS::EC2::Instance', 'AWS::EC2::Volume'] },
    },
    'an override that says continuous changes nothing': {
      given: recording(overriding('CONTINUOUS', 'AWS::EC2::Volume')),
      reason: 'met',
    },
    'an override that names no frequency, or no type, changes nothing': {
      given: recording({
        ...continuous,
        recordingModeOverrides: [{}, { recordingFrequency: 'DAILY' }],
      }),
      reason: 'met',
    },
    'one continuous recorder is enough beside a daily one': {
      given: recording(daily, {}, continuous),
      reason: 'met',
    },
  },
  fails: {
    'every region records daily': {
      given: recording(daily),
      reason: 'daily',
      params: { recorder: 'a', count: 3, of: 4 },
    },
    'daily in another case': { given: recording({ recordingFrequency: 'daily' }), reason: 'daily' },
    'single types recorded continuously do not make up for it': {
      given: recording({ ...overriding('CONTINUOUS', 'AWS::EC2::Volume'), ...daily }),
      reason: 'daily',
    },
    'one region of three records daily': {
      given: evidence(
        everywhere((region) => recorders(region, continuous)),
        recorders('eu-west-1', daily),
      ),
      reason: 'daily',
      params: { count: 1, of: 4 },
    },
    'a service-linked recorder does not make up for it': {
      given: evidence(
        everywhere((region) =>
          answered(
            'config.recorders',
            [{ name: 'AWSConfigurationRecorderForX_1' }, { name: 'a', recordingMode: daily }],
            region,
          ),
        ),
      ),
      reason: 'daily',
    },
  },
  unknown: {
    'nothing was read': { given: evidence(), reason: 'not-read' },
    'the recorders were refused': {
      given: evidence(everywhere((region) => refused('config.recorders', 'network', region))),
      reason: 'not-read',
      readingReason: 'network',
    },
    'the mode has no frequency': {
      given: recording({}),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'the frequency is one that nobody knows': {
      given: recording({ recordingFrequency: 'HOURLY' }),
      reason: 'not-read',
    },
    'one recorder is daily and one cannot be told': {
      given: recording(daily, {}),
      reason: 'not-read',
    },
  },
  notApplicable: {
    'no region has a recorder: blocked': { given: recording(), reason: 'blocked-by' },
  },
});

staysHonest(check, {
  'one region is daily, one continuous, one without a recorder': evidence(
    recorders('ap-northeast-1', daily, {}),
    recorders('eu-west-1', daily),
    recorders('us-east-1'),
  ),
  'every region is continuous': recording(continuous, daily),
});
