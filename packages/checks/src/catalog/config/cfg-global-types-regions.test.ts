import { defaultRegions } from '@ippo/contracts';
import { checkCases } from '../../testing/check-cases.ts';
import { answered, evidence, everywhere, refused, regionsListed } from '../../testing/evidence.ts';
import {
  allBut,
  iam,
  only,
  recorder,
  withIam,
  withoutIam,
} from '../../testing/recorder-literals.ts';
import { staysHonest } from '../../testing/refused-readings.ts';
import check from './cfg-global-types.ts';

const linkedName = 'AWSConfigurationRecorderForSecurityHub_abc';
const newRegion = 'ap-southeast-5';
const assumedRegions = defaultRegions.aws ?? [];
const withNewRegion = regionsListed({
  'ap-northeast-1': 'ENABLED_BY_DEFAULT',
  [newRegion]: 'ENABLED',
});

checkCases(check, {
  passes: {
    'one region was seen and the others were refused': {
      given: evidence(
        recorder('ap-northeast-1', withIam),
        refused('config.recorders', 'denied', 'eu-west-1'),
      ),
      reason: 'met',
    },
    'the region list was refused, but one region was seen': {
      given: evidence(
        refused('account.regions', 'denied'),
        refused('ec2.regions', 'denied'),
        recorder('us-east-1', withIam),
      ),
      reason: 'met',
    },
    'another region is being enabled': {
      given: evidence(
        regionsListed({ 'us-east-1': 'ENABLED', 'af-south-1': 'ENABLING' }),
        recorder('us-east-1', withIam),
      ),
      reason: 'met',
    },
  },
  fails: {
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
    'the region list was refused, so further regions may exist': {
      given: evidence(
        refused('account.regions', 'denied'),
        refused('ec2.regions', 'denied'),
        ...assumedRegions.map((region) => recorder(region, withoutIam)),
      ),
      reason: 'regions-not-listed',
    },
    'no region has a recorder, but the region list was refused': {
      given: evidence(
        refused('account.regions', 'denied'),
        refused('ec2.regions', 'denied'),
        ...assumedRegions.map((region) => answered('config.recorders', [], region)),
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
