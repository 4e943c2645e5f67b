import {
  advanced,
  lakeStore,
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
  regionsListed,
} from '../../testing/evidence.ts';
import check from './ct-multi-region.ts';

const wide = trail('main');
const custom = trail('main', { HasCustomEventSelectors: true });
const tokyo = trail('tokyo', { IsMultiRegionTrail: false });
const foreign = trail('org', { IsOrganizationTrail: true, account: '999988887777' });
const { IsMultiRegionTrail: _, ...vague } = wide;
const noRegionLists = [refused('account.regions', 'denied'), refused('ec2.regions', 'denied')];

checkCases(check, {
  passes: {
    'a multi-region trail is logging': {
      given: evidence(trailLists(wide), statusOf(wide)),
      reason: 'met',
      params: { trail: wide.TrailARN },
    },
    'an organization trail of another account is logging': {
      given: evidence(trailLists(foreign), statusOf(foreign)),
      reason: 'met',
    },
    'one region’s list is enough': {
      given: evidence(answered('cloudtrail.trails', [wide], 'us-east-1'), statusOf(wide)),
      reason: 'met',
    },
    'the page before the refused one names the trail': {
      given: evidence(partly('cloudtrail.trails', [wide], 'us-east-1'), statusOf(wide)),
      reason: 'met',
    },
    'a delivery error is ct-delivery’s business': {
      given: evidence(trailLists(wide), statusOf(wide, { LatestDeliveryError: 'AccessDenied' })),
      reason: 'met',
    },
    'a second trail that is stopped or unread does no harm': {
      given: evidence(
        trailLists(trail('a'), trail('b'), wide),
        statusOf(trail('b'), { IsLogging: false }),
        statusOf(wide),
      ),
      reason: 'met',
    },
    'custom selectors take writes': {
      given: evidence(
        trailLists(custom),
        statusOf(custom),
        selectorsOf(custom, advanced(['eventCategory', 'Equals', 'Management'])),
      ),
      reason: 'met',
    },
    'the region list was refused: this check is not regional': {
      given: evidence(noRegionLists, trailLists(wide), statusOf(wide)),
      reason: 'met',
    },
  },
  fails: {
    'there is no trail': { given: evidence(trailLists()), reason: 'no-trail' },
    'one readable list without a trail is complete': {
      given: evidence(
        answered('cloudtrail.trails', [], 'us-east-1'),
        refused('cloudtrail.trails', 'denied', 'eu-west-1'),
      ),
      reason: 'no-trail',
    },
    'an assumed scope does not turn the fail into unknown': {
      given: evidence(noRegionLists, trailLists()),
      reason: 'no-trail',
    },
    'the multi-region trail is stopped': {
      given: evidence(trailLists(wide), statusOf(wide, { IsLogging: false })),
      reason: 'trail-stopped',
      params: { trails: wide.TrailARN },
    },
    'the multi-region trail records reads only': {
      given: evidence(
        trailLists(custom),
        statusOf(custom),
        selectorsOf(custom, {
          EventSelectors: [{ ReadWriteType: 'ReadOnly', IncludeManagementEvents: true }],
        }),
      ),
      reason: 'no-write-management-events',
    },
    'of two trails, the one with the flaw that is told is named alone': {
      given: evidence(
        trailLists(trail('asleep'), custom),
        statusOf(trail('asleep'), { IsLogging: false }),
        statusOf(custom),
        selectorsOf(custom, {
          EventSelectors: [{ ReadWriteType: 'ReadOnly', IncludeManagementEvents: true }],
        }),
      ),
      reason: 'no-write-management-events',
      params: { trails: custom.TrailARN },
    },
    'a single-region trail in every region misses the region enabled tomorrow': {
      given: evidence(
        enabledRegions.flatMap((HomeRegion) => {
          const local = trail('local', { HomeRegion, IsMultiRegionTrail: false });
          return [answered('cloudtrail.trails', [local], HomeRegion), statusOf(local)];
        }),
      ),
      reason: 'single-region-only',
    },
    'a single-region trail whose status is unread changes nothing': {
      given: evidence(trailLists(tokyo)),
      reason: 'single-region-only',
    },
    'a Lake store does not satisfy this one': {
      given: evidence(trailLists(), noStores(), lakeStore('eu-west-1')),
      reason: 'no-trail',
    },
  },
  unknown: {
    'no list could be read': {
      given: evidence(everywhere((region) => refused('cloudtrail.trails', 'scp-denied', region))),
      reason: 'not-read',
      readingReason: 'scp-denied',
    },
    'no list was asked for': { given: evidence(), reason: 'not-read' },
    'every region is being enabled': {
      given: evidence(regionsListed({ 'ap-northeast-1': 'ENABLING' })),
      reason: 'regions-not-listed',
    },
    'the first page of every list is empty and the next was refused': {
      given: evidence(everywhere((region) => partly('cloudtrail.trails', [], region))),
      reason: 'not-read',
    },
    'the status of the multi-region trail is unreadable': {
      given: evidence(
        trailLists(wide),
        refused('cloudtrail.trail-status', 'denied', { resource: wide.TrailARN }),
      ),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'a stopped trail beside one whose status is unreadable': {
      given: evidence(trailLists(trail('a'), wide), statusOf(trail('a'), { IsLogging: false })),
      reason: 'not-read',
    },
    'the status lacks IsLogging': {
      given: evidence(
        trailLists(wide),
        answered('cloudtrail.trail-status', {}, { resource: wide.TrailARN }),
      ),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'custom selectors are unreadable': {
      given: evidence(trailLists(custom), statusOf(custom)),
      reason: 'not-read',
    },
    'another account’s organization trail does not show its status': {
      given: evidence(trailLists(foreign)),
      reason: 'org-trail-status-unreadable',
    },
    'a trail does not say whether it is multi-region': {
      given: evidence(
        everywhere((region) => answered('cloudtrail.trails', [vague], region)),
        statusOf(vague),
      ),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'only a region that is being disabled answers': {
      given: evidence(
        regionsListed({ 'us-east-1': 'ENABLED_BY_DEFAULT', 'af-south-1': 'DISABLING' }),
        refused('cloudtrail.trails', 'network', 'us-east-1'),
        answered('cloudtrail.trails', [], 'af-south-1'),
      ),
      reason: 'not-read',
    },
  },
});
