import { readingReasons } from '@ippo/contracts';
import { checkCases } from '../../testing/check-cases.ts';
import {
  answered,
  enabledRegions,
  evidence,
  everywhere,
  notEnabledRegion,
  partly,
  refused,
} from '../../testing/evidence.ts';
import check from './gd-enabled.ts';

/** Detectors of one region with these states; null is one whose reading is missing. */
function detectors(region: string, ...states: (string | null)[]) {
  const ids = states.map((_, at) => `${region}-${at}`);
  return [
    answered('guardduty.detectors', ids, region),
    ...states.flatMap((Status, at) =>
      Status === null
        ? []
        : [answered('guardduty.detector', { Status }, { region, resource: `${region}-${at}` })],
    ),
  ];
}

const closed = ['config.recorders', 'guardduty.detectors'] as const;

checkCases(check, {
  passes: {
    'every region has an enabled detector': {
      given: evidence(everywhere((region) => detectors(region, 'ENABLED'))),
      reason: 'met',
    },
    'the state is written in another case': {
      given: evidence(everywhere((region) => detectors(region, 'enabled'))),
      reason: 'met',
    },
    'one enabled detector is enough beside a suspended and an unread one': {
      given: evidence(everywhere((region) => detectors(region, 'DISABLED', null, 'ENABLED'))),
      reason: 'met',
    },
    'the page before the refused one names an enabled detector': {
      given: evidence(
        everywhere((region) => [
          ...detectors(region, 'ENABLED'),
          partly('guardduty.detectors', [`${region}-0`], region),
        ]),
      ),
      reason: 'met',
    },
    'a region that SCPs close, confirmed by the owner, is out of scope': {
      given: evidence(
        everywhere((region) => detectors(region, 'ENABLED')),
        closed.map((type) => refused(type, 'scp-denied', 'eu-west-1')),
        refused('guardduty.detector', 'scp-denied', {
          region: 'eu-west-1',
          resource: 'eu-west-1-0',
        }),
      ),
      scope: { closedRegions: [{ region: 'eu-west-1', reason: 'we work in Tokyo' }] },
      reason: 'met',
      params: { count: 2, of: 4 },
    },
  },
  fails: {
    'no region has a detector': {
      given: evidence(everywhere((region) => detectors(region))),
      reason: 'no-detector',
      params: { count: 3, of: 4 },
    },
    'every detector is suspended': {
      given: evidence(everywhere((region) => detectors(region, 'DISABLED', 'disabled'))),
      reason: 'detector-suspended',
    },
    'a detector in any one region is not enough': {
      given: evidence(
        everywhere((region) => detectors(region, 'ENABLED')),
        detectors('us-east-1'),
      ),
      reason: 'no-detector',
    },
    'a missing detector outweighs a region that could not be read': {
      given: evidence(
        everywhere((region) => detectors(region)),
        refused('guardduty.detectors', 'denied', 'eu-west-1'),
      ),
      reason: 'no-detector',
    },
  },
  unknown: {
    'nothing was read': { given: evidence(), reason: 'not-read', readingReason: 'not-asked' },
    ...Object.fromEntries(
      readingReasons.map((reason) => [
        `a list refused as ${reason} is not an empty list`,
        {
          given: evidence(everywhere((region) => refused('guardduty.detectors', reason, region))),
          reason: 'not-read',
          readingReason: reason,
        },
      ]),
    ),
    'the detector could not be read': {
      given: evidence(everywhere((region) => detectors(region, null))),
      reason: 'not-read',
    },
    'one detector is suspended and the other could not be read': {
      given: evidence(everywhere((region) => detectors(region, 'DISABLED', null))),
      reason: 'not-read',
    },
    'the state is one that nobody knows': {
      given: evidence(everywhere((region) => detectors(region, 'NAPPING'))),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'the detector shows no state': {
      given: evidence(
        everywhere((region) => [
          answered('guardduty.detectors', ['d'], region),
          answered('guardduty.detector', {}, { region, resource: 'd' }),
        ]),
      ),
      reason: 'not-read',
    },
    'one region could not be read and the others are on': {
      given: evidence(
        everywhere((region) => detectors(region, 'ENABLED')),
        refused('guardduty.detectors', 'bad-credentials', 'eu-west-1'),
      ),
      reason: 'partly-read',
    },
    'a region that SCPs close is unknown until the owner confirms it': {
      given: evidence(
        everywhere((region) => detectors(region, 'ENABLED')),
        closed.map((type) => refused(type, 'scp-denied', 'eu-west-1')),
        refused('guardduty.detector', 'scp-denied', {
          region: 'eu-west-1',
          resource: 'eu-west-1-0',
        }),
      ),
      reason: 'partly-read',
    },
  },
  notApplicable: {
    'SCPs close every region and the owner confirmed each': {
      given: evidence(
        enabledRegions.flatMap((region) =>
          closed.map((type) => refused(type, 'scp-denied', region)),
        ),
      ),
      scope: {
        closedRegions: [...enabledRegions, notEnabledRegion].map((region) => ({
          region,
          reason: 'closing down',
        })),
      },
      reason: 'region-scp-denied',
    },
  },
});
