import type { Trail } from '@ippo/contracts';
import {
  bareStatus,
  hostileNames,
  selectorsOf,
  statusOf,
  trail,
  trailLists,
} from '../../testing/aws-literals.ts';
import { checkCases } from '../../testing/check-cases.ts';
import {
  evidence,
  everywhere,
  MANAGEMENT,
  NOW,
  partly,
  refused,
  regionsListed,
} from '../../testing/evidence.ts';
import { staysHonest } from '../../testing/refused-readings.ts';
import check from './ct-mgmt-events.ts';

const main = trail('main');
const custom = trail('custom', { HasCustomEventSelectors: true });
const single = trail('single', { IsMultiRegionTrail: false });
const organizationTrail = { account: MANAGEMENT, IsOrganizationTrail: true } as const;
const readsOnly = {
  EventSelectors: [{ ReadWriteType: 'ReadOnly', IncludeManagementEvents: true }],
};
const writesOnly = {
  EventSelectors: [{ ReadWriteType: 'WriteOnly', IncludeManagementEvents: true }],
};

function statusRefused(one: Trail) {
  return refused('cloudtrail.trail-status', 'denied', {
    region: 'ap-northeast-1',
    resource: one.TrailARN,
  });
}
function selectorsRefused(one: Trail) {
  return refused('cloudtrail.event-selectors', 'denied', {
    region: 'ap-northeast-1',
    resource: one.TrailARN,
  });
}
const noLists = everywhere((region) => refused('cloudtrail.trails', 'throttled', region));

function without(one: Trail, field: keyof Trail): Trail {
  const { [field]: _gone, ...rest } = one;
  return { TrailARN: one.TrailARN, ...rest };
}

checkCases(check, {
  passes: {
    'a logging multi-region trail without custom selectors keeps all': {
      given: evidence(trailLists(main), statusOf(main)),
      reason: 'met',
      params: { trail: main.TrailARN },
    },
    'its selectors could not be read, but it has none of its own': {
      given: evidence(trailLists(main), statusOf(main), selectorsRefused(main)),
      reason: 'met',
    },
    'an organization trail of another account counts': {
      given: evidence(
        trailLists(trail('org', organizationTrail)),
        statusOf(trail('org', organizationTrail)),
      ),
      reason: 'met',
    },
    'it is whole beside one that is stopped and one that is narrowed': {
      given: evidence(
        trailLists(custom, main, trail('old')),
        statusOf(custom),
        selectorsOf(custom, readsOnly),
        statusOf(trail('old'), { IsLogging: false }),
        statusOf(main),
      ),
      reason: 'met',
    },
    'it is whole beside one whose status was refused': {
      given: evidence(trailLists(custom, main), statusRefused(custom), statusOf(main)),
      reason: 'met',
    },
    'only one region’s list could be read': {
      given: evidence(noLists, trailLists(main)[1] ?? [], statusOf(main)),
      reason: 'met',
    },
    'it stands on the page before the refused one': {
      given: evidence(noLists, partly('cloudtrail.trails', [main], 'eu-west-1'), statusOf(main)),
      reason: 'met',
    },
    'the regions could not be listed': {
      given: evidence(refused('account.regions', 'denied'), trailLists(main), statusOf(main)),
      reason: 'met',
    },
    'hostile names are names': {
      given: evidence(
        trailLists(...hostileNames.map((name) => trail(name))),
        hostileNames.map((name) => statusOf(trail(name))),
      ),
      reason: 'met',
    },
  },
  fails: {
    'there is no trail': { given: evidence(trailLists()), reason: 'no-trail' },
    'there is no trail in the one list that was read, which names them all': {
      given: evidence(noLists, trailLists()[2] ?? []),
      reason: 'no-trail',
    },
    'there are only trails of single regions, though they log': {
      given: evidence(trailLists(single), statusOf(single)),
      reason: 'single-region-only',
    },
    'the multi-region trail is stopped': {
      given: evidence(trailLists(main), statusOf(main, { IsLogging: false })),
      reason: 'trail-stopped',
      params: { trails: main.TrailARN },
    },
    'the whole one is stopped, the logging one is narrowed': {
      given: evidence(
        trailLists(main, custom),
        statusOf(main, { IsLogging: false }),
        statusOf(custom),
        selectorsOf(custom, readsOnly),
      ),
      reason: 'events-missing',
      params: { trails: custom.TrailARN },
    },
    'reads in one trail and writes in another are no whole trail': {
      given: evidence(
        trailLists(custom, trail('other', { HasCustomEventSelectors: true })),
        statusOf(custom),
        selectorsOf(custom, readsOnly),
        statusOf(trail('other')),
        selectorsOf(trail('other'), writesOnly),
      ),
      reason: 'events-missing',
    },
    'its status was refused, but its selectors show that it could never do': {
      given: evidence(trailLists(custom), statusRefused(custom), selectorsOf(custom, readsOnly)),
      reason: 'events-missing',
      params: { trails: custom.TrailARN },
    },
    'two trails of one name are told apart by ARN': {
      given: evidence(
        trailLists(trail('twin', { IsMultiRegionTrail: false }), trail('twin', organizationTrail)),
        statusOf(trail('twin')),
        statusOf(trail('twin', organizationTrail), { IsLogging: false }),
      ),
      reason: 'trail-stopped',
    },
  },
  unknown: {
    'nothing was read at all': { given: evidence(), reason: 'not-read' },
    'every list was refused': {
      given: evidence(noLists),
      reason: 'not-read',
      readingReason: 'throttled',
    },
    'every list was cut short before a trail that does': {
      given: evidence(
        everywhere((region) => partly('cloudtrail.trails', [single], region)),
        statusOf(single),
      ),
      reason: 'not-read',
    },
    'the status was refused': {
      given: evidence(trailLists(main), statusRefused(main)),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'the status does not say whether it logs': {
      given: evidence(trailLists(main), bareStatus(main, { LatestDeliveryTime: NOW })),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'the status of an organization’s trail was refused': {
      given: evidence(
        trailLists(trail('org', organizationTrail)),
        statusRefused(trail('org', organizationTrail)),
      ),
      reason: 'org-trail-status-unreadable',
    },
    'its own selectors were refused': {
      given: evidence(trailLists(custom), statusOf(custom), selectorsRefused(custom)),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'the list does not say whether it has selectors of its own': {
      given: evidence(
        trailLists(without(main, 'HasCustomEventSelectors')),
        statusOf(main),
        selectorsRefused(main),
      ),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'the list does not say whether it is multi-region': {
      given: evidence(
        everywhere((region) => partly('cloudtrail.trails', [], region)),
        trailLists(without(main, 'IsMultiRegionTrail')),
        statusOf(main),
      ),
      reason: 'not-read',
      readingReason: 'malformed',
      params: { action: 'cloudtrail.trails' },
    },
    'one is stopped, and the status of another was refused': {
      given: evidence(
        trailLists(main, trail('old')),
        statusOf(trail('old'), { IsLogging: false }),
        statusRefused(main),
      ),
      reason: 'not-read',
    },
    'every region is being enabled': {
      given: evidence(regionsListed({ 'ap-northeast-1': 'ENABLING' })),
      reason: 'regions-not-listed',
    },
  },
});

staysHonest(check, {
  'a whole trail': evidence(trailLists(main), statusOf(main)),
  'a whole trail beside others': evidence(
    trailLists(main, custom, single),
    statusOf(main),
    statusOf(custom),
    statusOf(single),
    selectorsOf(custom, readsOnly),
  ),
  'a stopped trail': evidence(trailLists(main), statusOf(main, { IsLogging: false })),
  'no trail': evidence(trailLists()),
});
