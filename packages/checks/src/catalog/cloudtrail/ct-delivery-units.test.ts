import { expect, test } from 'vitest';
import {
  bareStatus,
  lakeStore,
  noStores,
  statusOf,
  trail,
  trailLists,
} from '../../testing/aws-literals.ts';
import { checkCases } from '../../testing/check-cases.ts';
import {
  answered,
  evidence,
  everywhere,
  hoursAgo,
  partly,
  refused,
  regionsListed,
} from '../../testing/evidence.ts';
import { judged } from '../../testing/property-runs.ts';
import check from './ct-delivery.ts';

const wide = trail('main');
const tokyo = trail('tokyo', { IsMultiRegionTrail: false });
const noRegionLists = [refused('account.regions', 'denied'), refused('ec2.regions', 'denied')];

checkCases(check, {
  passes: {
    'logs were delivered ten minutes ago': {
      given: evidence(trailLists(wide), statusOf(wide)),
      reason: 'delivered',
      findings: 1,
    },
    'a stopped trail is no unit': {
      given: evidence(
        trailLists(wide, tokyo),
        statusOf(wide),
        statusOf(tokyo, { IsLogging: false, LatestDeliveryError: 'NoSuchBucket' }),
      ),
      reason: 'delivered',
      findings: 1,
    },
    'every logging trail is a unit, two of one name in two regions too': {
      given: evidence(
        trailLists(wide, tokyo, trail('tokyo', { HomeRegion: 'us-east-1' })),
        statusOf(wide),
        statusOf(tokyo),
        statusOf(trail('tokyo', { HomeRegion: 'us-east-1' })),
      ),
      reason: 'delivered',
      findings: 3,
    },
    'an unread list adds no unit beside a multi-region trail that was read': {
      given: evidence(
        trailLists(wide),
        refused('cloudtrail.trails', 'denied', 'eu-west-1'),
        statusOf(wide),
      ),
      reason: 'delivered',
      findings: 1,
    },
    'a trail that records data events only is judged on its own delivery': {
      given: evidence(
        trailLists(trail('data', { HasCustomEventSelectors: true })),
        statusOf(trail('data')),
      ),
      reason: 'delivered',
      findings: 1,
    },
  },
  fails: {
    'one of two trails fails': {
      given: evidence(
        trailLists(wide, tokyo),
        statusOf(wide),
        statusOf(tokyo, { LatestDeliveryError: 'NoSuchBucket' }),
      ),
      reason: 'delivery-error',
      findings: 2,
    },
    'a fail that was read stays beside an unread list': {
      given: evidence(
        trailLists(tokyo),
        refused('cloudtrail.trails', 'denied', 'eu-west-1'),
        statusOf(tokyo, { LatestDeliveryError: 'NoSuchBucket' }),
      ),
      reason: 'delivery-error',
      findings: 2,
    },
  },
  unknown: {
    'nothing was read: one unit for each list': {
      given: evidence(),
      reason: 'not-read',
      findings: 3,
    },
    'the status is unreadable': {
      given: evidence(
        trailLists(wide),
        refused('cloudtrail.trail-status', 'throttled', {
          region: 'ap-northeast-1',
          resource: wide.TrailARN,
        }),
      ),
      reason: 'not-read',
      readingReason: 'throttled',
      findings: 1,
    },
    'the status lacks IsLogging': {
      given: evidence(trailLists(wide), bareStatus(wide, { LatestDeliveryTime: hoursAgo(1) })),
      reason: 'not-read',
      readingReason: 'malformed',
      findings: 1,
    },
    'an unread list may name a trail that fails': {
      given: evidence(
        trailLists(tokyo),
        refused('cloudtrail.trails', 'denied', 'eu-west-1'),
        statusOf(tokyo),
      ),
      reason: 'partly-read',
      findings: 2,
    },
    'a list that was read in part is unread': {
      given: evidence(
        everywhere((region) => partly('cloudtrail.trails', [tokyo], region)),
        statusOf(tokyo),
      ),
      reason: 'partly-read',
      findings: 4,
    },
    'a multi-region trail that is stopped proves nothing about unread lists': {
      given: evidence(
        trailLists(wide),
        refused('cloudtrail.trails', 'denied', 'eu-west-1'),
        statusOf(wide, { IsLogging: false }),
      ),
      reason: 'not-read',
      findings: 1,
    },
    'no trail is logging, and whether the prerequisite is met could not be told': {
      given: evidence(trailLists()),
      reason: 'prerequisite-unknown',
      params: { check: 'ct-enabled' },
      findings: 1,
    },
    'the region list was refused, so trails of other regions may exist': {
      given: evidence(noRegionLists, trailLists(wide), statusOf(wide)),
      reason: 'partly-read',
      findings: 2,
    },
    'a region that is being enabled may hold a trail': {
      given: evidence(
        regionsListed({ 'ap-northeast-1': 'ENABLED', 'af-south-1': 'ENABLING' }),
        answered('cloudtrail.trails', [], 'ap-northeast-1'),
        answered('cloudtrail.event-data-stores', [], 'ap-northeast-1'),
      ),
      reason: 'region-changing',
      findings: 1,
    },
  },
  notApplicable: {
    'there is no trail: blocked by ct-enabled': {
      given: evidence(trailLists(), noStores()),
      reason: 'blocked-by',
      params: { check: 'ct-enabled' },
      findings: 1,
    },
    'the only trail is stopped: blocked by ct-enabled': {
      given: evidence(trailLists(wide), statusOf(wide, { IsLogging: false }), noStores()),
      reason: 'blocked-by',
      findings: 1,
    },
    'a Lake store keeps the events instead': {
      given: evidence(trailLists(), noStores(), lakeStore('eu-west-1')),
      reason: 'nothing-to-judge',
      findings: 1,
    },
    'a Lake store of one region keeps its events: not every region fails': {
      given: evidence(
        trailLists(),
        noStores(),
        lakeStore('eu-west-1', { MultiRegionEnabled: false }),
      ),
      reason: 'nothing-to-judge',
      findings: 1,
    },
  },
});

test('a trail’s finding stands at its home, or where its status was asked if that is not told', () => {
  const { HomeRegion: _left, ...homeless } = trail('homeless');
  const given = evidence(
    trailLists(trail('main', { HomeRegion: 'us-east-1' }), homeless),
    statusOf(trail('main', { HomeRegion: 'us-east-1' })),
    answered(
      'cloudtrail.trail-status',
      { IsLogging: true, LatestDeliveryTime: hoursAgo(1) },
      { region: 'eu-west-1', resource: homeless.TrailARN },
    ),
  );

  const [result] = judged(given, [], [check]).checks;

  expect(result?.findings.map(({ region, resource }) => [region, resource])).toEqual([
    ['eu-west-1', homeless.TrailARN],
    ['us-east-1', trail('main', { HomeRegion: 'us-east-1' }).TrailARN],
  ]);
});
