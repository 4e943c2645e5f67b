import {
  defaultRegions,
  emptyScope,
  type EvidenceReading,
  type RegionState,
} from '@ippo/contracts';
import { describe, expect, test } from 'vitest';
import {
  answered,
  evidence,
  evidenceIn,
  partly,
  refused,
  regionsListed,
} from '../testing/evidence.ts';
import { regionScope } from './region-scope.ts';

const home = 'eu-west-1';
const closed = { ...emptyScope, closedRegions: [{ region: home, reason: 'Tokyo only' }] };

/** The state of eu-west-1, listed with this status, after these calls there. */
function stateOf(status: string, readings: readonly EvidenceReading[] = [], scope = emptyScope) {
  const given = evidence(regionsListed({ [home]: status, 'us-east-1': 'ENABLED' }), readings);
  return regionScope(given, scope).list.find(({ name }) => name === home)?.state;
}

const scp = [
  refused('config.recorders', 'scp-denied', home),
  refused('guardduty.detectors', 'scp-denied', home),
];

describe('a region’s state', () => {
  test.each([
    ['ENABLED', 'enabled'],
    ['ENABLED_BY_DEFAULT', 'enabled'],
    ['enabled_by_default', 'enabled'],
    ['DISABLED', 'not-enabled'],
    ['disabled', 'not-enabled'],
    ['ENABLING', 'changing'],
    ['DISABLING', 'changing'],
    ['PAUSED', 'changing'],
  ] satisfies [string, RegionState][])('the list says %s: %s', (status, state) => {
    expect(stateOf(status)).toBe(state);
  });

  test('no error name ever says that a region is not enabled', () => {
    const readings = [
      refused('config.recorders', 'bad-credentials', home),
      refused('guardduty.detectors', 'not-activated', home),
    ];

    expect(stateOf('ENABLED', readings)).toBe('enabled');
  });

  test.each([
    ['no call got an answer', ['network', 'timed-out'], 'unreachable'],
    ['one call was refused by AWS itself', ['network', 'denied'], 'enabled'],
    ['one answer was malformed, so there was one', ['timed-out', 'malformed'], 'enabled'],
    ['nothing was asked', ['not-asked', 'not-asked'], 'enabled'],
    ['what was asked got no answer', ['not-asked', 'network'], 'unreachable'],
    ['what was asked before the cap got no answer', ['capped', 'network'], 'unreachable'],
  ] as const)('%s', (_sentence, [recorders, detectors], state) => {
    const readings = [
      refused('config.recorders', recorders, home),
      refused('guardduty.detectors', detectors, home),
    ];

    expect(stateOf('ENABLED', readings)).toBe(state);
  });

  test('two services closed by an SCP and no answer: scp-denied', () => {
    expect(stateOf('ENABLED', scp)).toBe('scp-denied');
  });

  test('says how many calls there were answered, of how many', () => {
    const given = evidence(
      answered('config.recorders', [], home),
      refused('guardduty.detectors', 'denied', home),
      refused('cloudtrail.trails', 'denied', home),
    );

    expect(regionScope(given, emptyScope).list.find(({ name }) => name === home)).toMatchObject({
      answered: 1,
      total: 3,
    });
  });

  test('other services may have refused in other words', () => {
    const readings = [...scp, refused('cloudtrail.trails', 'denied', home)];

    expect(stateOf('ENABLED', readings)).toBe('scp-denied');
  });

  test('one service closed by an SCP proves nothing, however many of its calls', () => {
    const readings = [
      refused('config.recorders', 'scp-denied', home),
      refused('config.recorder-status', 'scp-denied', home),
      refused('guardduty.detectors', 'denied', home),
    ];

    expect(stateOf('ENABLED', readings)).toBe('enabled');
  });

  test('a service that refused one call in other words did not refuse every call by SCP', () => {
    const readings = [...scp, refused('config.recorder-status', 'throttled', home)];

    expect(stateOf('ENABLED', readings)).toBe('enabled');
  });

  test('one answered call ends it', () => {
    expect(stateOf('ENABLED', [...scp, answered('cloudtrail.trails', [], home)])).toBe('enabled');
  });

  test('out of scope only when proven and confirmed by name', () => {
    expect(stateOf('ENABLED', scp, closed)).toBe('out-of-scope');
    expect(stateOf('ENABLED', [], closed)).toBe('enabled');
  });

  test('the confirmation ends with the first answered call', () => {
    const readings = [...scp, answered('cloudtrail.trails', [], home)];

    expect(stateOf('ENABLED', readings, closed)).toBe('enabled');
  });

  test('a confirmation does not change what the list says', () => {
    expect(stateOf('DISABLED', scp, closed)).toBe('not-enabled');
    expect(stateOf('ENABLING', scp, closed)).toBe('changing');
  });
});

describe('the source of the region list', () => {
  const ec2 = answered('ec2.regions', [
    { RegionName: 'us-east-1', OptInStatus: 'opt-in-not-required' },
    { RegionName: 'me-south-1', OptInStatus: 'Opted-In' },
    { RegionName: 'af-south-1', OptInStatus: 'not-opted-in' },
  ]);

  test('EC2’s list stands in where the account’s was refused', () => {
    const given = evidence(refused('account.regions', 'denied'), ec2);

    expect(regionScope(given, emptyScope)).toMatchObject({
      assumed: false,
      list: [
        { name: 'af-south-1', state: 'not-enabled' },
        { name: 'me-south-1', state: 'enabled' },
        { name: 'us-east-1', state: 'enabled' },
      ],
    });
  });

  test('a list read in part is not used: the next source is asked', () => {
    const first = partly('account.regions', [
      { RegionName: 'us-west-2', RegionOptStatus: 'ENABLED' },
    ]);

    const names = regionScope(evidence(first, ec2), emptyScope).list.map(({ name }) => name);

    expect(names).toEqual(['af-south-1', 'me-south-1', 'us-east-1']);
  });

  test.each(['aws', 'aws-cn', 'aws-us-gov'])(
    'without any list the default regions of %s are assumed',
    (partition) => {
      const given = evidenceIn({ partition }, refused('account.regions', 'denied'));

      const scope = regionScope(given, emptyScope);

      expect(scope.assumed).toBe(true);
      expect(scope.list.map(({ name }) => name)).toEqual(defaultRegions[partition]);
      expect(new Set(scope.list.map(({ state }) => state))).toEqual(new Set(['assumed']));
    },
  );

  test('Osaka is judged like any region', () => {
    const given = evidence(refused('account.regions', 'denied'));

    expect(regionScope(given, emptyScope).list.map(({ name }) => name)).toContain('ap-northeast-3');
  });
});
