import { checkCases } from '../../testing/check-cases.ts';
import { answered, evidence, everywhere, partly, refused } from '../../testing/evidence.ts';
import { staysHonest } from '../../testing/refused-readings.ts';
import check from './cfg-retention.ts';

/** A region with a recorder and these retention periods; undefined is an entry without one. */
function keeps(region: string, ...days: (number | undefined)[]) {
  return [
    answered('config.recorders', [{ name: 'default' }], region),
    answered('config.retention', entries(days), region),
  ];
}

function entries(days: readonly (number | undefined)[]) {
  return days.map((RetentionPeriodInDays, at) => ({
    Name: at === 0 ? 'default' : `further-${at}`,
    ...(RetentionPeriodInDays === undefined ? {} : { RetentionPeriodInDays }),
  }));
}

function kept(...days: (number | undefined)[]) {
  return evidence(everywhere((region) => keeps(region, ...days)));
}

const nothingSet = evidence(
  everywhere((region) => [...keeps(region), answered('config.retention', null, region)]),
);

checkCases(check, {
  passes: {
    'exactly what is required': {
      given: kept(365),
      reason: 'within-limit',
      params: { days: 365, required: 365 },
    },
    'longer than required': { given: kept(2557), reason: 'within-limit' },
    'nothing is set: AWS’s answer that looks like an error': {
      given: nothingSet,
      reason: 'met',
      params: { days: 2557 },
    },
    'nothing is set: an empty list': { given: kept(), reason: 'met' },
    'the default meets the longest requirement': {
      given: nothingSet,
      settings: { configRetentionDays: 2557 },
      reason: 'met',
    },
    'the owner requires less': {
      given: kept(30),
      settings: { configRetentionDays: 30 },
      reason: 'within-limit',
    },
  },
  fails: {
    'a day less than required': {
      given: kept(364),
      reason: 'too-short',
      params: { days: 364, required: 365, count: 3, of: 4 },
    },
    'the owner requires more': {
      given: kept(2556),
      settings: { configRetentionDays: 2557 },
      reason: 'too-short',
      params: { required: 2557 },
    },
    'one region of three is short': {
      given: evidence(
        everywhere((region) => keeps(region)),
        keeps('eu-west-1', 30),
      ),
      reason: 'too-short',
      params: { days: 30, count: 1, of: 4 },
    },
    'the shortest of several decides': { given: kept(400, 30), reason: 'too-short' },
    'a short one counts beside one without days': {
      given: kept(undefined, 30),
      reason: 'too-short',
    },
    'a short one was read before the list was refused': {
      given: evidence(
        everywhere((region) => [
          ...keeps(region),
          partly('config.retention', entries([30]), region),
        ]),
      ),
      reason: 'too-short',
    },
  },
  unknown: {
    'nothing was read': { given: evidence(), reason: 'not-read' },
    'the retention was refused': {
      given: evidence(
        everywhere((region) => [...keeps(region), refused('config.retention', 'denied', region)]),
      ),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'a long one was read before the list was refused': {
      given: evidence(
        everywhere((region) => [
          ...keeps(region),
          partly('config.retention', entries([400]), region),
        ]),
      ),
      reason: 'not-read',
      readingReason: 'throttled',
    },
    'the entry has no days': {
      given: kept(undefined),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'the recorders were refused': {
      given: evidence(
        everywhere((region) => [
          ...keeps(region, 30),
          refused('config.recorders', 'denied', region),
        ]),
      ),
      reason: 'not-read',
    },
  },
  notApplicable: {
    'no region has a recorder: blocked': {
      given: evidence(everywhere((region) => answered('config.recorders', [], region))),
      reason: 'blocked-by',
    },
  },
});

staysHonest(check, {
  'one region is long enough, one short, one unset': evidence(
    keeps('ap-northeast-1', 400),
    keeps('eu-west-1', 30, 400),
    keeps('us-east-1'),
  ),
  'every region is long enough': kept(400),
  'one region has no recorder': evidence(
    everywhere((region) => keeps(region)),
    answered('config.recorders', [], 'us-east-1'),
  ),
});
