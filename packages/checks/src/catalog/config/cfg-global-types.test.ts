import { expect, test } from 'vitest';
import { checkCases } from '../../testing/check-cases.ts';
import { answered, evidence, everywhere, refused } from '../../testing/evidence.ts';
import {
  allBut,
  iam,
  only,
  recorder,
  type Group,
  withIam,
  withoutIam,
} from '../../testing/recorder-literals.ts';
import check from './cfg-global-types.ts';

/** Tokyo's recorder as given; Ireland and Virginia record without the IAM types. */
function tokyo(group: Group | null, recording: boolean | null = true) {
  return evidence(
    everywhere((region) => recorder(region, withoutIam)),
    recorder('ap-northeast-1', group, recording),
  );
}

/** Tokyo has these recorders with these statuses; the other regions record without the IAM types. */
function recordersOf(groups: Record<string, Group>, recording: Record<string, boolean>) {
  const region = 'ap-northeast-1';
  const recorders = Object.entries(groups).map(([name, recordingGroup]) => ({
    name,
    recordingGroup,
  }));
  const statuses = Object.entries(recording).map(([name, on]) => ({ name, recording: on }));
  return [
    ...everywhere((other) => recorder(other, withoutIam)),
    answered('config.recorders', recorders, region),
    answered('config.recorder-status', statuses, region),
  ];
}

checkCases(check, {
  passes: {
    'one region includes them and records': {
      given: tokyo(withIam),
      reason: 'met',
      params: { regions: 'ap-northeast-1' },
    },
    'the strategy names all types, and the flag includes them': {
      given: tokyo({
        ...withIam,
        recordingStrategy: { useOnly: 'all_supported_resource_types' },
      }),
      reason: 'met',
    },
    'a list names all four': {
      given: tokyo(only('AWS::EC2::Instance', ...iam)),
      reason: 'met',
    },
    'a list names all four in another case': {
      given: tokyo(only(...iam.map((type) => type.toLowerCase()))),
      reason: 'met',
    },
    'an old recorder’s list names all four': {
      given: tokyo({ allSupported: false, resourceTypes: iam }),
      reason: 'met',
    },
    'other types are left out': {
      given: tokyo(allBut('AWS::EC2::Instance')),
      reason: 'met',
    },
    'several regions include them: it costs more': {
      given: evidence(everywhere((region) => recorder(region, withIam))),
      reason: 'iam-types-recorded-twice',
      params: { regions: ['ap-northeast-1', 'eu-west-1', 'us-east-1'] },
    },
    'a failing recorder that is recording counts: its failure is another check': {
      given: evidence(
        recorder('ap-northeast-1', withIam),
        answered(
          'config.recorder-status',
          [{ name: 'default', recording: true, lastStatus: 'FAILURE' }],
          'ap-northeast-1',
        ),
      ),
      reason: 'met',
    },
    'a good recorder beside one without them': {
      given: evidence(
        everywhere((region) => recorder(region, withoutIam)),
        answered(
          'config.recorders',
          [
            { name: 'a', recordingGroup: withoutIam },
            { name: 'b', recordingGroup: withIam },
          ],
          'eu-west-1',
        ),
        answered(
          'config.recorder-status',
          [
            { name: 'a', recording: true },
            { name: 'b', recording: true },
          ],
          'eu-west-1',
        ),
      ),
      reason: 'met',
    },
  },
  fails: {
    'no region includes them': {
      given: evidence(everywhere((region) => recorder(region, withoutIam))),
      reason: 'iam-types-missing',
    },
    'the recorder that includes them is stopped': {
      given: tokyo(withIam, false),
      reason: 'iam-types-missing',
    },
    'a list lacks one of the four': {
      given: tokyo(only('AWS::IAM::User', 'AWS::IAM::Group', 'AWS::IAM::Role')),
      reason: 'iam-types-missing',
    },
    'one of the four is left out beside another type': {
      given: tokyo(allBut('AWS::EC2::Instance', 'AWS::IAM::Policy')),
      reason: 'iam-types-missing',
    },
    'one of the four is left out': {
      given: tokyo(allBut('aws::iam::policy')),
      reason: 'iam-types-missing',
    },
    'the one region that was not read is closed by an SCP, and the owner confirmed it': {
      given: evidence(
        recorder('ap-northeast-1', withoutIam),
        recorder('us-east-1', withoutIam),
        (['config.recorders', 'config.recorder-status', 'guardduty.detectors'] as const).map(
          (type) => refused(type, 'scp-denied', 'eu-west-1'),
        ),
      ),
      scope: { closedRegions: [{ region: 'eu-west-1', reason: 'Tokyo only' }] },
      reason: 'iam-types-missing',
    },
    'a recorder whose group is missing does not record': {
      given: tokyo(null, false),
      reason: 'iam-types-missing',
    },
    'of two recorders the one that includes them is stopped': {
      given: evidence(recordersOf({ a: withoutIam, b: withIam }, { a: true, b: false })),
      reason: 'iam-types-missing',
    },
    'the status of a recorder without them does not matter': {
      given: evidence(
        everywhere((region) => recorder(region, withoutIam)),
        refused('config.recorder-status', 'denied', 'eu-west-1'),
      ),
      reason: 'iam-types-missing',
    },
  },
  unknown: {
    'nothing was read': { given: evidence(), reason: 'not-read' },
    'the status of the recorder that includes them was refused': {
      given: evidence(
        everywhere((region) => recorder(region, withIam)),
        everywhere((region) => refused('config.recorder-status', 'throttled', region)),
      ),
      reason: 'not-read',
      readingReason: 'throttled',
    },
    'the status of the recorder that includes them is missing': {
      given: tokyo(withIam, null),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'the status does not say whether it records': {
      given: evidence(
        everywhere((region) => recorder(region, withoutIam)),
        recorder('us-east-1', withIam),
        answered('config.recorder-status', [{ name: 'default' }], 'us-east-1'),
      ),
      reason: 'not-read',
    },
    'the flag is missing': { given: tokyo({ allSupported: true }), reason: 'not-read' },
    'the list is missing': {
      given: tokyo({ recordingStrategy: { useOnly: 'INCLUSION_BY_RESOURCE_TYPES' } }),
      reason: 'not-read',
    },
    'an old recorder says no and gives no list': {
      given: tokyo({ allSupported: false }),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'a second recorder in the region has no group, the first records without them': {
      given: evidence(recordersOf({ a: withoutIam, b: {} }, { a: true, b: true })),
      reason: 'not-read',
    },
    'the group is missing': { given: tokyo(null), reason: 'not-read' },
    'the strategy is one that nobody knows': {
      given: tokyo({ ...withIam, recordingStrategy: { useOnly: 'SOME_DAY' } }),
      reason: 'not-read',
    },
  },
});

test('the command of the remedy includes the IAM types', () => {
  const { cli } = check.remediation;

  expect('lines' in cli && cli.lines).toContain('includeGlobalResourceTypes=true,');
});
