import type { Attestation, EvidenceValue } from '@ippo/contracts';
import { hostileNames } from '../../testing/aws-literals.ts';
import { checkCases } from '../../testing/check-cases.ts';
import {
  ACCOUNT,
  answered,
  daysAgo,
  evidence,
  everywhere,
  refused,
} from '../../testing/evidence.ts';
import { staysHonest } from '../../testing/refused-readings.ts';
import check from './cfg-all-types.ts';

type Group = NonNullable<EvidenceValue<'config.recorders'>[number]['recordingGroup']>;

const linked = {
  name: 'AWSConfigurationRecorderForSecurityHub_abc',
  recordingGroup: { allSupported: true },
};
const iam = ['AWS::IAM::User', 'AWS::IAM::Group', 'AWS::IAM::Role', 'AWS::IAM::Policy'];

/** Recorders with these groups, named a, b, c. */
function recorders(region: string, ...groups: (Group | null)[]) {
  return answered(
    'config.recorders',
    groups.map((recordingGroup, at) => ({
      name: 'abc'[at] ?? 'd',
      ...(recordingGroup ? { recordingGroup } : {}),
    })),
    region,
  );
}

/** The same recorders in every region. */
function recording(...groups: (Group | null)[]) {
  return evidence(everywhere((region) => recorders(region, ...groups)));
}

function excluding(...resourceTypes: string[]): Group {
  return {
    allSupported: false,
    exclusionByResourceTypes: { resourceTypes },
    recordingStrategy: { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' },
  };
}

const all: Group = {
  allSupported: true,
  includeGlobalResourceTypes: false,
  recordingStrategy: { useOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' },
};
const some: Group = {
  allSupported: false,
  resourceTypes: ['AWS::EC2::Instance'],
  recordingStrategy: { useOnly: 'INCLUSION_BY_RESOURCE_TYPES' },
};
const withoutInterfaces = excluding('AWS::EC2::NetworkInterface', ...iam);

function answer(given: 'yes' | 'no', changes: Partial<Attestation> = {}): Attestation {
  return {
    account: ACCOUNT,
    check: 'cfg-all-types',
    question: 'excluded-on-purpose',
    answer: given,
    by: 'hana',
    at: daysAgo(10),
    until: daysAgo(-80),
    ...changes,
  };
}

checkCases(check, {
  passes: {
    'every region records all supported types': { given: recording(all), reason: 'met' },
    'the strategy is written in another case': {
      given: recording({ recordingStrategy: { useOnly: 'all_supported_resource_types' } }),
      reason: 'met',
    },
    'an old recorder without a strategy records all': {
      given: recording({ allSupported: true }),
      reason: 'met',
    },
    'the strategy decides where allSupported says otherwise': {
      given: recording({ ...all, allSupported: false }),
      reason: 'met',
    },
    'only the four IAM types are left out, though allSupported is false': {
      given: recording(excluding(...iam)),
      reason: 'met',
    },
    'IAM types and Aurora’s global clusters are left out, in another case': {
      given: recording(excluding('AWS::RDS::GlobalCluster', 'aws::iam::user')),
      reason: 'met',
    },
    'nothing is left out': { given: recording(excluding()), reason: 'met' },
    'one good recorder is enough beside the other kinds': {
      given: recording(some, withoutInterfaces, all),
      reason: 'met',
    },
    'one good recorder is enough beside one that cannot be told': {
      given: recording(null, all),
      reason: 'met',
    },
  },
  fails: {
    'only listed types are recorded': {
      given: recording(some),
      reason: 'types-partial',
      params: { recorder: 'a', count: 3, of: 4 },
    },
    'an old recorder without a strategy has a list': {
      given: recording({ allSupported: false, resourceTypes: ['AWS::EC2::Instance'] }),
      reason: 'types-partial',
    },
    'an old recorder says no and gives no list': {
      given: recording({ allSupported: false }),
      reason: 'types-partial',
    },
    'a list counts although allSupported says otherwise': {
      given: recording({ ...some, allSupported: true }),
      reason: 'types-partial',
    },
    'one region of three is partial': {
      given: evidence(
        everywhere((region) => recorders(region, all)),
        recorders('eu-west-1', some),
      ),
      reason: 'types-partial',
      params: { count: 1, of: 4 },
    },
    'a service-linked recorder does not make up for it': {
      given: evidence(
        everywhere((region) =>
          answered('config.recorders', [linked, { name: 'a', recordingGroup: some }], region),
        ),
      ),
      reason: 'types-partial',
    },
    'a fail is shown before an answer that is due': {
      given: evidence(
        everywhere((region) => recorders(region, withoutInterfaces)),
        recorders('eu-west-1', some),
      ),
      reason: 'types-partial',
    },
  },
  unknown: {
    'nothing was read': { given: evidence(), reason: 'not-read' },
    'the recorders were refused': {
      given: evidence(everywhere((region) => refused('config.recorders', 'scp-denied', region))),
      reason: 'not-read',
      readingReason: 'scp-denied',
    },
    'the recorder says nothing about types': {
      given: recording(null),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'the group is empty': { given: recording({}), reason: 'not-read' },
    'the strategy is one that nobody knows': {
      given: recording({ allSupported: true, recordingStrategy: { useOnly: 'SOME_DAY' } }),
      reason: 'not-read',
    },
    'the list of what is left out is missing': {
      given: recording({ recordingStrategy: { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' } }),
      reason: 'not-read',
    },
    'one recorder is partial and one cannot be told': {
      given: recording(some, null),
      reason: 'not-read',
    },
    'one region cannot be told': {
      given: evidence(
        everywhere((region) => recorders(region, all)),
        recorders('eu-west-1', null),
      ),
      reason: 'partly-read',
    },
  },
  manual: {
    'other types are left out: a person has to say': {
      given: recording(withoutInterfaces),
      reason: 'types-excluded',
      params: { recorder: 'a', types: 'AWS::EC2::NetworkInterface' },
    },
    'two types are left out, named in order': {
      given: recording(excluding('AWS::EC2::Volume', 'AWS::EC2::Instance')),
      reason: 'types-excluded',
      params: { types: ['AWS::EC2::Instance', 'AWS::EC2::Volume'] },
    },
    'leaving types out does better than recording a few': {
      given: recording(some, withoutInterfaces),
      reason: 'types-excluded',
      params: { recorder: 'b' },
    },
    'a person said that it is on purpose': {
      given: recording(withoutInterfaces),
      attestations: [answer('yes')],
      reason: 'answered-yes',
    },
    'a person said that it is not': {
      given: recording(withoutInterfaces),
      attestations: [answer('no')],
      reason: 'answered-no',
    },
    'the answer is too old': {
      given: recording(withoutInterfaces),
      attestations: [answer('yes', { until: daysAgo(1) })],
      reason: 'answer-expired',
    },
    'the answer is about another account': {
      given: recording(withoutInterfaces),
      attestations: [answer('yes', { account: '222233334444' })],
      reason: 'types-excluded',
    },
    'names of any kind': {
      given: recording(excluding(...hostileNames)),
      reason: 'types-excluded',
    },
  },
  notApplicable: {
    'no region has a recorder: blocked': {
      given: evidence(everywhere((region) => answered('config.recorders', [], region))),
      reason: 'blocked-by',
    },
    'a service-linked recorder that records all is none of ours: blocked': {
      given: evidence(everywhere((region) => answered('config.recorders', [linked], region))),
      reason: 'blocked-by',
    },
  },
});

staysHonest(check, {
  'one region is partial': evidence(
    recorders('ap-northeast-1', all, some),
    recorders('eu-west-1', some, null),
    recorders('us-east-1', some),
  ),
  'one region waits for an answer, one has no recorder': evidence(
    recorders('ap-northeast-1', all),
    recorders('eu-west-1', withoutInterfaces, excluding('AWS::EC2::Volume')),
    recorders('us-east-1'),
  ),
  'all is recorded': recording(all),
  'no region has a recorder': recording(),
});
