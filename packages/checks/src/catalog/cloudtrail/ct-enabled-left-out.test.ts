import type { Evidence, Trail } from '@ippo/contracts';
import { expect, test } from 'vitest';
import { lakeStore, noStores, statusOf, trail, trailLists } from '../../testing/aws-literals.ts';
import { checkCases } from '../../testing/check-cases.ts';
import { answered, evidence, everywhere } from '../../testing/evidence.ts';
import { judged } from '../../testing/property-runs.ts';
import check from './ct-enabled.ts';

const wide = trail('main');
const tokyo = trail('tokyo', { IsMultiRegionTrail: false });

function without(one: Trail, field: keyof Trail): Trail {
  const { [field]: _gone, ...rest } = one;
  return { TrailARN: one.TrailARN, ...rest };
}

/** Every region lists this trail. */
function listed(one: Trail) {
  return everywhere((region) => answered('cloudtrail.trails', [one], region));
}

checkCases(check, {
  unknown: {
    'AWS left out whether a good trail watches more than its home': {
      given: evidence(listed(without(wide, 'IsMultiRegionTrail')), statusOf(wide), noStores()),
      reason: 'partly-read',
    },
    'AWS left out where a good trail of one region is at home': {
      given: evidence(listed(without(tokyo, 'HomeRegion')), statusOf(tokyo), noStores()),
      reason: 'not-read',
      readingReason: 'malformed',
      params: { action: 'cloudtrail.trails' },
    },
  },
  fails: {
    'a stopped trail does not do, wherever it watches': {
      given: evidence(
        listed(without(wide, 'IsMultiRegionTrail')),
        statusOf(wide, { IsLogging: false }),
        noStores(),
      ),
      reason: 'trail-stopped',
      params: { trails: wide.TrailARN, count: 3, of: 4 },
    },
    'a trail that another region lists does not watch here, though AWS left out what it watches': {
      given: evidence(
        answered('cloudtrail.trails', [without(tokyo, 'IsMultiRegionTrail')], 'ap-northeast-1'),
        answered(
          'cloudtrail.trails',
          [trail('local', { HomeRegion: 'eu-west-1', IsMultiRegionTrail: false })],
          'eu-west-1',
        ),
        answered('cloudtrail.trails', [], 'us-east-1'),
        statusOf(tokyo),
        statusOf(trail('local', { HomeRegion: 'eu-west-1' }), { IsLogging: false }),
        noStores(),
      ),
      reason: 'no-trail',
      params: { count: 2, of: 4 },
    },
  },
});

test('the reason names the store, or the trails, that it speaks of', () => {
  const store = evidence(trailLists(), noStores(), lakeStore('eu-west-1'));
  const stopped = evidence(trailLists(wide), statusOf(wide, { IsLogging: false }), noStores());

  expect(paramsInTokyo(store)).toEqual({
    store: 'arn:aws:cloudtrail:eu-west-1:111122223333:eventdatastore/store-1',
  });
  expect(paramsInTokyo(stopped)).toEqual({ trails: [wide.TrailARN] });
});

test('a trail of this Region alone is not said to miss IAM where one for all Regions keeps it', () => {
  const both = evidence(
    everywhere((region) =>
      answered(
        'cloudtrail.trails',
        region === 'ap-northeast-1' ? [trail('a', { IsMultiRegionTrail: false }), wide] : [wide],
        region,
      ),
    ),
    statusOf(trail('a')),
    statusOf(wide),
    noStores(),
  );

  expect(reasonInTokyo(both)).toEqual({ code: 'covered', params: { trail: wide.TrailARN } });
});

test('a trail is not said to watch one Region alone where AWS left that out', () => {
  const vague = evidence(
    answered('cloudtrail.trails', [without(tokyo, 'IsMultiRegionTrail')], 'ap-northeast-1'),
    statusOf(tokyo),
    noStores(),
  );

  expect(reasonInTokyo(vague)?.code).toBe('covered');
});

function paramsInTokyo(given: Evidence) {
  return reasonInTokyo(given)?.params;
}

function reasonInTokyo(given: Evidence) {
  const [result] = judged(given, [], [check]).checks;
  return result?.findings.find(({ region }) => region === 'ap-northeast-1')?.reason;
}
