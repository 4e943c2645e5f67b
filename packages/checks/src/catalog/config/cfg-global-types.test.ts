import type { EvidenceValue } from '@ippo/contracts';
import { checkCases } from '../../testing/check-cases.ts';
import {
  answered,
  evidence,
  everywhere,
  refused,
  regionsListed,
} from '../../testing/evidence.ts';
import { staysHonest } from '../../testing/refused-readings.ts';
import check from './cfg-global-types.ts';

type Group = NonNullable<EvidenceValue<'config.recorders'>[number]['recordingGroup']>;

const iam = ['AWS::IAM::User', 'AWS::IAM::Group', 'AWS::IAM::Role', 'AWS::IAM::Policy'];
const linkedName = 'AWSConfigurationRecorderForSecurityHub_abc';
const newRegion = 'ap-southeast-5';

/** A recorder called `default` with this group; `recording` null leaves its status out. */
function recorder(
  region: string,
  recordingGroup: Group | null,
  recording: boolean | null = true,
  name = 'default',
) {
  return [
    answered('config.recorders', [{ name, ...(recordingGroup ? { recordingGroup } : {}) }], region),
    answered('config.recorder-status', recording === null ? [] : [{ name, recording }], region),
  ];
}

const withIam: Group = { allSupported: true, includeGlobalResourceTypes: true };
const withoutIam: Group = { allSupported: true, includeGlobalResourceTypes: false };
const only = (...resourceTypes: string[]): Group => ({
  allSupported: false,
  resourceTypes,
  recordingStrategy: { useOnly: 'INCLUSION_BY_RESOURCE_TYPES' },
});
const allBut = (...resourceTypes: string[]): Group => ({
  allSupported: false,
  exclusionByResourceTypes: { resourceTypes },
  recordingStrategy: { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' },
});

/** Tokyo's recorder as given; Ireland and Virginia record without the IAM types. */
function tokyo(group: Group | null, recording: boolean | null = true) {
  return evidence(
    everywhere((region) => recorder(region, withoutIam)),
    recorder('ap-northeast-1', group, recording),
  );
}

const withNewRegion = regionsListed({ 'ap-northeast-1': 'ENABLED_BY_DEFAULT', [newRegion]: 'ENABLED' });

checkCases(check, {
  passes: {
    'one region includes them and records': {
      given: tokyo(withIam),
      reason: 'iam-types-recorded',
      params: { regions: 'ap-northeast-1' },
    },
    'the strategy names all types, and the flag includes them': {
      given: tokyo({
        ...withIam,
        recordingStrategy: { useOnly: 'all_supported_resource_types' },
      }),
      reason: 'iam-types-recorded',
    },
    'a list names all four': {
      given: tokyo(only('AWS::EC2::Instance', ...iam)),
      reason: 'iam-types-recorded',
    },
    'a list names all four in another case': {
      given: tokyo(only(...iam.map((type) => type.toLowerCase()))),
      reason: 'iam-types-recorded',
    },
    'an old recorder’s list names all four': {
      given: tokyo({ allSupported: false, resourceTypes: iam }),
      reason: 'iam-types-recorded',
    },
    'other types are left out': {
      given: tokyo(allBut('AWS::EC2::Instance')),
      reason: 'iam-types-recorded',
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
      reason: 'iam-types-recorded',
    },
    'one region was seen and the others were refused': {
      given: evidence(
        recorder('ap-northeast-1', withIam),
        refused('config.recorders', 'denied', 'eu-west-1'),
      ),
      reason: 'iam-types-recorded',
    },
    'the region list was refused, but one region was seen': {
      given: evidence(
        refused('account.regions', 'denied'),
        refused('ec2.regions', 'denied'),
        recorder('us-east-1', withIam),
      ),
      reason: 'iam-types-recorded',
    },
    'another region is being enabled': {
      given: evidence(
        regionsListed({ 'us-east-1': 'ENABLED', 'af-south-1': 'ENABLING' }),
        recorder('us-east-1', withIam),
      ),
      reason: 'iam-types-recorded',
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
      reason: 'iam-types-recorded',
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
    'one of the four is left out': {
      given: tokyo(allBut('aws::iam::policy')),
      reason: 'iam-types-missing',
    },
    'a region that opened after February 2022 cannot record them': {
      given: evidence(
        withNewRegion,
        recorder('ap-northeast-1', withoutIam),
        recorder(newRegion, withIam),
      ),
      reason: 'iam-types-missing',
    },
    'a region that nobody knows yet is newer, and cannot': {
      given: evidence(
        regionsListed({ 'us-east-1': 'ENABLED', 'xx-new-1': 'ENABLED' }),
        recorder('us-east-1', withoutIam),
        recorder('xx-new-1', allBut()),
      ),
      reason: 'iam-types-missing',
    },
    'what a new region’s status says does not matter': {
      given: evidence(
        withNewRegion,
        recorder('ap-northeast-1', withoutIam),
        recorder(newRegion, withIam),
        refused('config.recorder-status', 'denied', newRegion),
      ),
      reason: 'iam-types-missing',
    },
    'the status of a recorder without them does not matter': {
      given: evidence(
        everywhere((region) => recorder(region, withoutIam)),
        refused('config.recorder-status', 'denied', 'eu-west-1'),
      ),
      reason: 'iam-types-missing',
    },
    'a service-linked recorder with them does not count': {
      given: evidence(
        everywhere((region) => recorder(region, withoutIam)),
        recorder('eu-west-1', withIam, true, linkedName),
      ),
      reason: 'iam-types-missing',
    },
    'one region has a recorder and two have none': {
      given: evidence(
        everywhere((region) => answered('config.recorders', [], region)),
        recorder('us-east-1', withoutIam),
      ),
      reason: 'iam-types-missing',
    },
  },
  unknown: {
    'nothing was read': { given: evidence(), reason: 'not-read' },
    'none was seen and one region was refused': {
      given: evidence(
        everywhere((region) => recorder(region, withoutIam)),
        refused('config.recorders', 'denied', 'eu-west-1'),
      ),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'none was seen and a new region was refused: a recorder may be there': {
      given: evidence(
        withNewRegion,
        recorder('ap-northeast-1', withoutIam),
        refused('config.recorders', 'denied', newRegion),
      ),
      reason: 'not-read',
    },
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
    'the group is missing': { given: tokyo(null), reason: 'not-read' },
    'the strategy is one that nobody knows': {
      given: tokyo({ ...withIam, recordingStrategy: { useOnly: 'SOME_DAY' } }),
      reason: 'not-read',
    },
    'the region list was refused, so further regions may exist': {
      given: evidence(
        refused('account.regions', 'denied'),
        refused('ec2.regions', 'denied'),
        ...assumedRegions().map((region) => recorder(region, withoutIam)),
      ),
      reason: 'regions-not-listed',
    },
    'no region has a recorder, but the region list was refused': {
      given: evidence(
        refused('account.regions', 'denied'),
        refused('ec2.regions', 'denied'),
        ...assumedRegions().map((region) => answered('config.recorders', [], region)),
      ),
      reason: 'regions-not-listed',
    },
    'another region is being enabled': {
      given: evidence(
        regionsListed({ 'us-east-1': 'ENABLED', 'af-south-1': 'ENABLING' }),
        recorder('us-east-1', withoutIam),
      ),
      reason: 'region-changing',
    },
  },
  notApplicable: {
    'no region has a recorder: blocked': {
      given: evidence(everywhere((region) => answered('config.recorders', [], region))),
      reason: 'blocked-by',
      params: { check: 'cfg-recording' },
    },
    'only service-linked recorders exist: blocked': {
      given: evidence(everywhere((region) => recorder(region, withIam, true, linkedName))),
      reason: 'blocked-by',
    },
  },
});

function assumedRegions(): string[] {
  return ['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-southeast-1']
    .concat(['ap-southeast-2', 'ca-central-1', 'eu-central-1', 'eu-north-1', 'eu-west-1'])
    .concat(['eu-west-2', 'eu-west-3', 'sa-east-1', 'us-east-1', 'us-east-2'])
    .concat(['us-west-1', 'us-west-2']);
}

staysHonest(check, {
  'one region includes them, one is stopped, one does not': evidence(
    recorder('ap-northeast-1', withIam),
    recorder('eu-west-1', withIam, false),
    recorder('us-east-1', only(...iam), true),
  ),
  'no region includes them': evidence(
    recorder('ap-northeast-1', withoutIam),
    recorder('eu-west-1', withIam, false),
    answered('config.recorders', [], 'us-east-1'),
  ),
  'a new region includes them, which it cannot': evidence(
    withNewRegion,
    recorder('ap-northeast-1', allBut(...iam)),
    recorder(newRegion, withIam),
  ),
  'no region has a recorder': evidence(
    everywhere((region) => answered('config.recorders', [], region)),
  ),
});
