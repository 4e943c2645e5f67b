import { checkCases } from '../../testing/check-cases.ts';
import {
  allOn,
  butOf,
  detectors,
  EVERY,
  everyRegion,
  features,
  ireland,
  legacy,
  on,
  plans,
  suspended,
} from '../../testing/detector-literals.ts';
import { evidence, everywhere, partly, refused } from '../../testing/evidence.ts';
import { staysHonest } from '../../testing/refused-readings.ts';
import check from './gd-features.ts';

checkCases(check, {
  passes: {
    'every plan is on in every region': {
      given: everyRegion(allOn),
      reason: 'met',
      findings: EVERY,
    },
    'names and states are written in another case': {
      given: everyRegion(
        on(
          features(
            plans.map((name) => name.toLowerCase()),
            'Enabled',
          ),
        ),
      ),
      reason: 'met',
      findings: EVERY,
    },
    'the older name of runtime monitoring means the same': {
      given: everyRegion(on(features([...butOf('RUNTIME_MONITORING'), 'EKS_RUNTIME_MONITORING']))),
      reason: 'met',
      findings: EVERY,
    },
    'the older name is on although the newer is off': {
      given: everyRegion(
        on([
          ...features([...butOf('RUNTIME_MONITORING'), 'EKS_RUNTIME_MONITORING']),
          { Name: 'RUNTIME_MONITORING', Status: 'DISABLED' },
        ]),
      ),
      reason: 'met',
      findings: EVERY,
    },
    'a plan that AWS does not offer there leaves the others': {
      given: everyRegion(on(features(butOf('RDS_LOGIN_EVENTS')))),
      reason: 'met',
      params: { count: 15, of: 19 },
      findings: EVERY,
    },
    'features that nobody knows do not matter': {
      given: everyRegion(on([...features(plans), { Name: 'AI_ANALYST', Status: 'DISABLED' }])),
      reason: 'met',
      findings: EVERY,
    },
    'a suspended detector beside one that watches': {
      given: everyRegion(suspended, allOn),
      reason: 'met',
      findings: EVERY,
    },
    'one of two detectors has the plan on': {
      given: everyRegion(on(features(plans, 'DISABLED')), allOn),
      reason: 'met',
      findings: EVERY,
    },
  },
  fails: {
    'every plan is off': {
      given: everyRegion(on(features(plans, 'DISABLED'))),
      reason: 'plan-off',
      params: { count: 18, of: 19 },
      findings: EVERY,
    },
    ...Object.fromEntries(
      plans.map((plan) => [
        `${plan} is off in one region`,
        {
          given: ireland(
            ...detectors(
              'eu-west-1',
              on([...features(butOf(plan)), { Name: plan, Status: 'disabled' }]),
            ),
          ),
          reason: 'plan-off',
          params: { plan, count: 1, of: 19 },
          findings: EVERY,
        },
      ]),
    ),
    'the older name of runtime monitoring is off and the newer is missing': {
      given: everyRegion(
        on([
          ...features(butOf('RUNTIME_MONITORING')),
          { Name: 'EKS_RUNTIME_MONITORING', Status: 'DISABLED' },
        ]),
      ),
      reason: 'plan-off',
      params: { plan: 'RUNTIME_MONITORING' },
      findings: EVERY,
    },
    'the older form of the answer says that S3 is off': {
      given: everyRegion({
        ...legacy,
        DataSources: { ...legacy.DataSources, S3Logs: { Status: 'DISABLED' } },
      }),
      reason: 'plan-off',
      params: { plan: 'S3_DATA_EVENTS' },
      findings: EVERY,
    },
    'a plan that is off is shown beside a region that was refused': {
      given: evidence(
        detectors('ap-northeast-1', on(features(plans, 'DISABLED'))),
        refused('guardduty.detectors', 'denied', 'eu-west-1'),
        refused('guardduty.detectors', 'denied', 'us-east-1'),
      ),
      reason: 'plan-off',
      findings: 6 + 2 + 1,
    },
  },
  unknown: {
    'nothing was read: one unit for each region': {
      given: evidence(),
      reason: 'not-read',
      findings: 4,
    },
    'the list was refused': {
      given: evidence(everywhere((region) => refused('guardduty.detectors', 'denied', region))),
      reason: 'not-read',
      readingReason: 'denied',
      findings: 4,
    },
    'the list was read in part': {
      given: ireland(partly('guardduty.detectors', ['eu-west-1-0'], 'eu-west-1')),
      reason: 'partly-read',
      findings: 12 + 1 + 1,
    },
    'the detector was refused: one unit for the region': {
      given: ireland(
        refused('guardduty.detector', 'denied', { region: 'eu-west-1', resource: 'eu-west-1-0' }),
      ),
      reason: 'partly-read',
      findings: 12 + 1 + 1,
    },
    'the detector’s state is one that nobody knows': {
      given: everyRegion({ Status: 'DOZING', Features: features(plans) }),
      reason: 'not-read',
      readingReason: 'malformed',
      findings: 4,
    },
    'one of two detectors was refused and the other has the plans off': {
      given: ireland(
        ...detectors('eu-west-1', on(features(plans, 'DISABLED')), allOn),
        refused('guardduty.detector', 'denied', { region: 'eu-west-1', resource: 'eu-west-1-1' }),
      ),
      reason: 'partly-read',
      findings: 12 + 1 + 1,
    },
    'a plan’s state is one that nobody knows': {
      given: everyRegion(
        on([...features(butOf('EKS_AUDIT_LOGS')), { Name: 'EKS_AUDIT_LOGS', Status: 'HALF' }]),
      ),
      reason: 'partly-read',
      findings: EVERY,
    },
    'a plan’s state is missing': {
      given: everyRegion(on([...features(butOf('EKS_AUDIT_LOGS')), { Name: 'EKS_AUDIT_LOGS' }])),
      reason: 'partly-read',
      findings: EVERY,
    },
    'runtime is off under one name and cannot be told under the other': {
      given: everyRegion(
        on([
          ...features(butOf('RUNTIME_MONITORING')),
          { Name: 'RUNTIME_MONITORING', Status: 'DISABLED' },
          { Name: 'EKS_RUNTIME_MONITORING', Status: 'HALF' },
        ]),
      ),
      reason: 'partly-read',
      findings: EVERY,
    },
    'a feature without a name may be the plan that is missing': {
      given: everyRegion(on([...features(butOf('S3_DATA_EVENTS')), { Status: 'ENABLED' }])),
      reason: 'partly-read',
      findings: EVERY,
    },
    'the older form knows three plans only': {
      given: everyRegion(legacy),
      reason: 'partly-read',
      params: { count: 9, of: 19 },
      findings: EVERY,
    },
    'an empty list of features is no list': {
      given: everyRegion({ ...legacy, Features: [] }),
      reason: 'partly-read',
      params: { count: 9, of: 19 },
      findings: EVERY,
    },
    'neither form is there': {
      given: everyRegion({ Status: 'ENABLED' }),
      reason: 'not-read',
      readingReason: 'malformed',
      findings: EVERY,
    },
  },
  notApplicable: {
    'no region has a detector: blocked, one unit for each': {
      given: everyRegion(),
      reason: 'blocked-by',
      params: { check: 'gd-enabled' },
      findings: 4,
    },
    'every detector is suspended: blocked': {
      given: everyRegion(suspended),
      reason: 'blocked-by',
      findings: 4,
    },
    'AWS offers no plan anywhere': {
      given: everyRegion(on(features([]))),
      reason: 'plan-not-offered',
      findings: EVERY,
    },
  },
});

staysHonest(check, {
  'one region has all on, one some, one none': evidence(
    detectors('ap-northeast-1', allOn),
    detectors('eu-west-1', on(features(['S3_DATA_EVENTS'], 'DISABLED')), legacy),
    detectors('us-east-1', suspended),
  ),
  'all plans are on': everyRegion(suspended, allOn),
  'no region has a detector': everyRegion(),
});
