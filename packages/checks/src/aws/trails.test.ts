import type { Trail } from '@ippo/contracts';
import { emptyScope } from '@ippo/contracts';
import { describe, expect, test } from 'vitest';
import { indexEvidence, viewFor } from '../evidence-view.ts';
import { regionScope } from '../judge/region-scope.ts';
import { trail, trailLists } from '../testing/aws-literals.ts';
import {
  ACCOUNT,
  answered,
  evidence,
  MANAGEMENT,
  refused,
  regionsListed,
} from '../testing/evidence.ts';
import { nearestFlaw, trailUnread } from './trail-fitness.ts';
import { readTrailLists, unreadTrailLists } from './trail-lists.ts';
import { covers, everyTrail, isForeign, knownTrails, type ListedTrail } from './trails.ts';

function viewOf(...given: Parameters<typeof evidence>) {
  const whole = evidence(...given);
  const kinds = ['cloudtrail.trails', 'cloudtrail.trail-status'] as const;
  return viewFor(indexEvidence(whole), regionScope(whole, emptyScope), kinds);
}

function listed(one: Trail): ListedTrail {
  return { arn: one.TrailARN, trail: one, listedIn: [] };
}

function without(one: Trail, field: keyof Trail): Trail {
  const { [field]: _gone, ...rest } = one;
  return { TrailARN: one.TrailARN, ...rest };
}

const wide = trail('wide');
const local = trail('local', { IsMultiRegionTrail: false });

describe('the trails that the regions list', () => {
  test('are one for each ARN, by ARN, with the lists that name them', () => {
    const names = (...trails: Trail[]) =>
      everyTrail(viewOf(trailLists(...trails))).map(({ trail: { Name }, listedIn }) => [
        Name,
        listedIn.map(({ region }) => region),
      ]);
    const everywhere = ['ap-northeast-1', 'eu-west-1', 'us-east-1'];
    const expected = [
      ['local', ['ap-northeast-1']],
      ['main', everywhere],
      ['wide', everywhere],
    ];

    expect(names(local, trail('main'), wide)).toEqual(expected);
    expect(names(wide, trail('main'), local)).toEqual(expected);
  });

  test('rest on the lists that were read', () => {
    const view = viewOf(trailLists(wide), refused('cloudtrail.trails', 'denied', 'eu-west-1'));

    expect(readTrailLists(view).map(({ region }) => region)).toEqual([
      'ap-northeast-1',
      'us-east-1',
    ]);
    expect(readTrailLists(viewOf(regionsListed({ 'us-east-1': 'ENABLED' })))).toEqual([]);
  });
});

describe('lists of trails that were not read', () => {
  test('leave one unknown unit in each region that is watched', () => {
    const closed = ['cloudtrail.trails', 'config.recorders'] as const;
    const given = evidence(
      regionsListed({
        'ap-northeast-1': 'ENABLED',
        'eu-west-1': 'ENABLED',
        'us-east-1': 'ENABLED',
        'af-south-1': 'DISABLED',
        'eu-south-1': 'ENABLING',
      }),
      answered('cloudtrail.trails', [], 'us-east-1'),
      closed.map((kind) => refused(kind, 'scp-denied', 'eu-west-1')),
      refused('cloudtrail.trails', 'network', 'ap-northeast-1'),
    );
    const scope = { ...emptyScope, closedRegions: [{ region: 'eu-west-1', reason: 'Tokyo only' }] };
    const view = viewFor(indexEvidence(given), regionScope(given, scope), ['cloudtrail.trails']);

    expect(unreadTrailLists(view).map(({ region, code }) => [region, code])).toEqual([
      ['ap-northeast-1', 'not-read'],
      ['eu-south-1', 'region-changing'],
    ]);
  });
});

describe('a trail watches a region', () => {
  test.each([
    ['of all regions', wide, [true, true]],
    ['of its home only', local, [true, false]],
    ['whose home AWS left out', without(local, 'HomeRegion'), [null, null]],
    ['whose reach AWS left out', without(local, 'IsMultiRegionTrail'), [true, null]],
    ['of all regions, whose home AWS left out', without(wide, 'HomeRegion'), [true, true]],
  ])('%s', (_sentence, one, expected) => {
    expect([covers(listed(one), 'ap-northeast-1'), covers(listed(one), 'eu-west-1')]).toEqual(
      expected,
    );
  });
});

describe('a trail of another account', () => {
  const foreign = trail('org', { account: MANAGEMENT, IsOrganizationTrail: true });
  const [known] = knownTrails(viewOf(trailLists(foreign)));

  test('is an organization’s whose ARN names another account', () => {
    expect(isForeign(listed(foreign), ACCOUNT)).toBe(true);
    expect(isForeign(listed(trail('own', { IsOrganizationTrail: true })), ACCOUNT)).toBe(false);
    expect(isForeign(listed(trail('odd', { account: MANAGEMENT })), ACCOUNT)).toBe(false);
  });

  test('says so where its status was not read, and names itself', () => {
    if (!known) throw new Error('a trail was listed');

    expect(trailUnread(known, known.status, ACCOUNT)).toMatchObject({
      code: 'org-trail-status-unreadable',
      params: { trail: foreign.TrailARN },
    });
    expect(trailUnread(known, known.status, MANAGEMENT).code).toBe('not-read');
    expect(trailUnread(known, { ...known.status }, ACCOUNT).code).toBe('not-read');
  });
});

describe('of several flaws', () => {
  test('that of the trail nearest to doing speaks', () => {
    const flawed = (flaw: 'trail-stopped' | 'no-write-management-events' | 'delivery-error') =>
      ({ state: 'flawed', flaw }) as const;
    const [stopped, narrow, failing] = [
      flawed('trail-stopped'),
      flawed('no-write-management-events'),
      flawed('delivery-error'),
    ];

    expect(nearestFlaw([failing, stopped, narrow])).toBe('delivery-error');
    expect(nearestFlaw([stopped, narrow])).toBe('no-write-management-events');
    expect(nearestFlaw([{ state: 'fit' }, stopped])).toBe('trail-stopped');
    expect(nearestFlaw([{ state: 'fit' }])).toBeUndefined();
  });
});
