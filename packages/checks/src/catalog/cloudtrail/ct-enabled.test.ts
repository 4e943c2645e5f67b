import {
  hostileNames,
  noStores,
  selectorsOf,
  statusOf,
  trail,
  trailLists,
} from '../../testing/aws-literals.ts';
import { checkCases } from '../../testing/check-cases.ts';
import {
  answered,
  enabledRegions,
  evidence,
  everywhere,
  partly,
  refused,
} from '../../testing/evidence.ts';
import check from './ct-enabled.ts';

const wide = trail('main');
const custom = trail('main', { HasCustomEventSelectors: true });
const { HasCustomEventSelectors: _, ...vague } = wide;
const tokyo = trail('tokyo', { IsMultiRegionTrail: false });
const foreign = trail('org', { IsOrganizationTrail: true, account: '999988887777' });
const noTrails = trailLists();

checkCases(check, {
  passes: {
    'a multi-region trail without custom selectors is logging and delivering': {
      given: evidence(trailLists(wide), statusOf(wide), noStores()),
      reason: 'covered',
    },
    'a trail at home in each region covers all of them': {
      given: evidence(
        enabledRegions.flatMap((HomeRegion) => {
          const local = trail('local', { HomeRegion, IsMultiRegionTrail: false });
          return [answered('cloudtrail.trails', [local], HomeRegion), statusOf(local)];
        }),
        noStores(),
      ),
      reason: 'covered-here-only',
    },
    'no error may be written as an empty text or as None': {
      given: evidence(
        trailLists(wide),
        statusOf(wide, { LatestDeliveryError: 'None' }),
        noStores(),
      ),
      reason: 'covered',
    },
    'an empty error is no error': {
      given: evidence(trailLists(wide), statusOf(wide, { LatestDeliveryError: '' }), noStores()),
      reason: 'covered',
    },
    'stores need not be read where a trail covers': {
      given: evidence(trailLists(wide), statusOf(wide)),
      reason: 'covered',
    },
    'one good trail is enough beside a stopped one': {
      given: evidence(
        trailLists(trail('a-stopped'), wide),
        statusOf(trail('a-stopped'), { IsLogging: false }),
        statusOf(wide),
        noStores(),
      ),
      reason: 'covered',
    },
    'one trail’s unread status does not erase the good one': {
      given: evidence(trailLists(trail('a-unread'), wide), statusOf(wide), noStores()),
      reason: 'covered',
    },
    'two trails of one name are two trails': {
      given: evidence(
        trailLists(foreign, trail('org')),
        statusOf(foreign, { IsLogging: false }),
        statusOf(trail('org')),
        noStores(),
      ),
      reason: 'covered',
    },
    'an organization trail of another account counts once its status is readable': {
      given: evidence(trailLists(foreign), statusOf(foreign), noStores()),
      reason: 'covered',
    },
    'a region whose own list was refused is covered by the trail that others list': {
      given: evidence(
        trailLists(wide),
        refused('cloudtrail.trails', 'scp-denied', 'eu-west-1'),
        statusOf(wide),
        noStores(),
      ),
      reason: 'covered',
    },
    'an unreachable region is covered by the trail that others list': {
      given: evidence(
        trailLists(wide),
        refused('cloudtrail.trails', 'network', 'eu-west-1'),
        refused('cloudtrail.event-data-stores', 'timed-out', 'eu-west-1'),
        statusOf(wide),
      ),
      reason: 'covered',
    },
    'the page before the refused one names the trail': {
      given: evidence(
        everywhere((region) => partly('cloudtrail.trails', [wide], region)),
        statusOf(wide),
      ),
      reason: 'covered',
    },
    'a trail that does not say whether it has selectors is judged by them': {
      given: evidence(
        trailLists(vague),
        statusOf(vague),
        selectorsOf(vague, {
          EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true }],
        }),
        noStores(),
      ),
      reason: 'covered',
    },
    'trail names of any kind': {
      given: evidence(
        trailLists(...hostileNames.map((name) => trail(name))),
        hostileNames.map((name) => statusOf(trail(name))),
        noStores(),
      ),
      reason: 'covered',
    },
  },
  fails: {
    'there is no trail and no store': {
      given: evidence(noTrails, noStores()),
      reason: 'no-trail',
    },
    'the trail is stopped': {
      given: evidence(trailLists(wide), statusOf(wide, { IsLogging: false }), noStores()),
      reason: 'trail-stopped',
    },
    'the trail logs, but delivery fails': {
      given: evidence(
        trailLists(wide),
        statusOf(wide, { LatestDeliveryError: 'NoSuchBucket' }),
        noStores(),
      ),
      reason: 'delivery-error',
    },
    'a trail of Tokyo leaves the other regions uncovered': {
      given: evidence(
        everywhere((region) => answered('cloudtrail.trails', [tokyo], region)),
        statusOf(tokyo),
        noStores(),
      ),
      reason: 'region-not-covered',
    },
    'a list that was read and lacks the trail is not overruled by another list': {
      given: evidence(
        answered('cloudtrail.trails', [wide], 'us-east-1'),
        answered('cloudtrail.trails', [], 'eu-west-1'),
        answered('cloudtrail.trails', [], 'ap-northeast-1'),
        statusOf(wide),
        noStores(),
      ),
      reason: 'no-trail',
    },
    'a status is not needed to see that only reads are recorded': {
      given: evidence(
        trailLists(custom),
        refused('cloudtrail.trail-status', 'denied', { resource: custom.TrailARN }),
        selectorsOf(custom, {
          EventSelectors: [{ ReadWriteType: 'ReadOnly', IncludeManagementEvents: true }],
        }),
        noStores(),
      ),
      reason: 'no-write-management-events',
    },
  },
  unknown: {
    'nothing was read': { given: evidence(), reason: 'not-read', readingReason: 'not-asked' },
    'every list of trails was refused': {
      given: evidence(
        everywhere((region) => refused('cloudtrail.trails', 'denied', region)),
        noStores(),
      ),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'the status could not be read': {
      given: evidence(
        trailLists(wide),
        refused('cloudtrail.trail-status', 'throttled', { resource: wide.TrailARN }),
        noStores(),
      ),
      reason: 'not-read',
      readingReason: 'throttled',
    },
    'the status lacks IsLogging': {
      given: evidence(
        trailLists(wide),
        answered('cloudtrail.trail-status', {}, { resource: wide.TrailARN }),
        noStores(),
      ),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'another account’s organization trail does not show its status': {
      given: evidence(
        trailLists(foreign),
        refused('cloudtrail.trail-status', 'denied', { resource: foreign.TrailARN }),
        noStores(),
      ),
      reason: 'org-trail-status-unreadable',
    },
    'custom selectors could not be read': {
      given: evidence(
        trailLists(custom),
        statusOf(custom),
        refused('cloudtrail.event-selectors', 'denied', { resource: custom.TrailARN }),
        noStores(),
      ),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'a trail that does not say whether it has selectors, and they could not be read': {
      given: evidence(trailLists(vague), statusOf(vague), noStores()),
      reason: 'not-read',
    },
    'some regions are covered and one could not be told': {
      given: evidence(
        answered('cloudtrail.trails', [tokyo], 'ap-northeast-1'),
        statusOf(tokyo),
        ...['eu-west-1', 'us-east-1'].map((region) =>
          refused('cloudtrail.trails', 'denied', region),
        ),
        noStores(),
      ),
      reason: 'partly-read',
    },
  },
});
