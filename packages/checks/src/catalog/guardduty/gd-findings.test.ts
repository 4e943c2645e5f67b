import { hostileNames } from '../../testing/aws-literals.ts';
import { checkCases } from '../../testing/check-cases.ts';
import {
  answered,
  evidence,
  everywhere,
  hoursAgo,
  MANAGEMENT,
  partly,
  refused,
  secondsAgo,
} from '../../testing/evidence.ts';
import {
  day,
  detector,
  found,
  ireland,
  noDetectors,
  spot,
  watched,
  without,
} from '../../testing/finding-literals.ts';
import { staysHonest } from '../../testing/refused-readings.ts';
import check from './gd-findings.ts';

checkCases(check, {
  passes: {
    'every region is watched and nothing was found': {
      given: watched(),
      reason: 'met',
    },
    'the state is written in another case': {
      given: evidence(everywhere((region) => detector(region, 'enabled'))),
      reason: 'met',
    },
    'severity 6.9 is below high': {
      given: watched(found('1', { Severity: 6.9 })),
      reason: 'met',
    },
    'a sample, which the course tells people to make, is no attack': {
      given: watched(found('1', { Sample: true })),
      reason: 'met',
    },
    'an archived finding is dealt with': {
      given: watched(found('1', { Archived: true })),
      reason: 'met',
    },
    'a finding of a member is judged in the member’s account': {
      given: watched(found('1', { AccountId: MANAGEMENT })),
      reason: 'met',
      params: { ofMembers: 1 },
    },
    'a low finding of a member is not even counted': {
      given: watched(found('1', { AccountId: MANAGEMENT, Severity: 2 })),
      reason: 'met',
      params: { ofMembers: 0 },
    },
    'a low finding whose other fields are missing': {
      given: watched({ Id: '1', Severity: 2, Sample: null }),
      reason: 'met',
    },
    'a suspended detector beside a watching one in every region': {
      given: evidence(
        everywhere((region) => [
          ...detector(region, 'ENABLED'),
          answered('guardduty.detectors', [region, 'second'], region),
          answered('guardduty.detector', { Status: 'DISABLED' }, { region, resource: 'second' }),
          answered('guardduty.findings', [], { region, resource: 'second' }),
        ]),
      ),
      reason: 'met',
    },
  },
  fails: {
    'a finding is open in one region': {
      given: ireland(...detector('eu-west-1', 'ENABLED', found('1'))),
      reason: 'open-findings',
      params: { open: 1, oldestAt: hoursAgo(2), overdue: 0, count: 1, of: 4 },
    },
    'severity is exactly 7': {
      given: watched(found('1', { Severity: 7 })),
      reason: 'open-findings',
    },
    'severity is critical': {
      given: watched(found('1', { Severity: 9.5 })),
      reason: 'open-findings',
    },
    'a finding of a minute ago counts': {
      given: watched(found('1', { CreatedAt: secondsAgo(60) })),
      reason: 'open-findings',
    },
    'counted with the oldest and those older than a day': {
      given: ireland(
        ...detector(
          'eu-west-1',
          'ENABLED',
          found('1', { CreatedAt: secondsAgo(day) }),
          found('2', { CreatedAt: secondsAgo(day + 1) }),
          found('3', { CreatedAt: hoursAgo(100) }),
          found('4', { Sample: true, CreatedAt: hoursAgo(200) }),
          found('5', { AccountId: MANAGEMENT }),
        ),
      ),
      reason: 'open-findings',
      params: { open: 3, oldestAt: hoursAgo(100), overdue: 2, ofMembers: 1 },
    },
    'a finding without a date counts, and the oldest is not told': {
      given: watched(without('CreatedAt')),
      reason: 'open-findings',
      params: { open: 1, oldestAt: [], overdue: 0 },
    },
    'a suspended detector still shows one': {
      given: ireland(...detector('eu-west-1', 'DISABLED', found('1'))),
      reason: 'open-findings',
    },
    'one was read before the list was refused': {
      given: ireland(partly('guardduty.findings', [found('1')], spot)),
      reason: 'open-findings',
    },
    'one was read of a detector on the page before the refused one': {
      given: ireland(
        ...detector('eu-west-1', 'ENABLED', found('1')),
        partly('guardduty.detectors', ['eu-west-1'], 'eu-west-1'),
      ),
      reason: 'open-findings',
    },
    'one was read where the detector itself was refused': {
      given: ireland(
        ...detector('eu-west-1', 'ENABLED', found('1')),
        refused('guardduty.detector', 'denied', spot),
      ),
      reason: 'open-findings',
    },
    'a definite one beside one that cannot be told': {
      given: watched(without('AccountId'), found('2')),
      reason: 'open-findings',
      params: { open: 1, ofMembers: 0 },
    },
    'ids of any kind': {
      given: watched(...hostileNames.map((Id) => found(Id))),
      reason: 'open-findings',
      params: { open: hostileNames.length },
    },
  },
  unknown: {
    'nothing was read': { given: evidence(), reason: 'not-read' },
    'the list of detectors was refused': {
      given: evidence(everywhere((region) => refused('guardduty.detectors', 'denied', region))),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'the list of detectors was read in part, and nothing is open': {
      given: ireland(partly('guardduty.detectors', ['eu-west-1'], 'eu-west-1')),
      reason: 'partly-read',
    },
    'the findings of one region were refused': {
      given: ireland(refused('guardduty.findings', 'denied', spot)),
      reason: 'partly-read',
    },
    'the findings of every region were refused': {
      given: evidence(
        everywhere((region) => [
          ...detector(region, 'ENABLED'),
          refused('guardduty.findings', 'throttled', { region, resource: region }),
        ]),
      ),
      reason: 'not-read',
      readingReason: 'throttled',
    },
    'only samples were read before the list was refused': {
      given: ireland(partly('guardduty.findings', [found('1', { Sample: true })], spot)),
      reason: 'partly-read',
    },
    'more findings than are asked for: the list is capped': {
      given: ireland(refused('guardduty.findings', 'capped', spot)),
      reason: 'partly-read',
    },
    'nothing is open and the detector was refused': {
      given: ireland(refused('guardduty.detector', 'denied', spot)),
      reason: 'partly-read',
    },
    'nothing is open and the detector’s state is one that nobody knows': {
      given: evidence(everywhere((region) => detector(region, 'DOZING'))),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'a suspended detector whose findings were refused': {
      given: evidence(
        everywhere((region) => [
          ...detector(region, 'DISABLED'),
          refused('guardduty.findings', 'denied', { region, resource: region }),
        ]),
      ),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'whose finding it is is missing': { given: watched(without('AccountId')), reason: 'not-read' },
    'the severity is missing': { given: watched(without('Severity')), reason: 'not-read' },
    'whether it is archived is missing': {
      given: watched(without('Archived')),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'whether it is a sample could not be parsed': {
      given: watched(found('1', { Sample: null })),
      reason: 'not-read',
    },
  },
  notApplicable: {
    'no region has a detector: blocked': {
      given: evidence(noDetectors),
      reason: 'blocked-by',
      params: { check: 'gd-enabled' },
    },
    'every detector is suspended with nothing open: silence proves nothing': {
      given: evidence(everywhere((region) => detector(region, 'DISABLED'))),
      reason: 'blocked-by',
    },
  },
});

staysHonest(check, {
  'one region has a finding, one a sample, one no detector': evidence(
    detector('ap-northeast-1', 'ENABLED', found('1'), found('2', { AccountId: MANAGEMENT })),
    detector('eu-west-1', 'ENABLED', found('3', { Sample: true }), found('4', { Severity: 3 })),
    answered('guardduty.detectors', [], 'us-east-1'),
  ),
  'one region is suspended with a finding, one without': evidence(
    detector('ap-northeast-1', 'DISABLED', found('1')),
    detector('eu-west-1', 'DISABLED'),
    detector('us-east-1', 'ENABLED'),
  ),
  'nothing is open': watched(found('1', { Archived: true }), found('2', { Sample: true })),
  'no region is watched': evidence(
    everywhere((region) => detector(region, 'DISABLED')),
    answered('guardduty.detectors', [], 'us-east-1'),
  ),
});
