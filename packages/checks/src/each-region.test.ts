import { defaultSettings, emptyScope } from '@ippo/contracts';
import { describe, expect, test } from 'vitest';
import { judge } from './judge/judge.ts';
import { answered, evidence, refused, regionsListed } from './testing/evidence.ts';
import { judged } from './testing/property-runs.ts';

function detectorsEverywhere(...regions: string[]) {
  return regions.flatMap((region) => [
    answered('guardduty.detectors', [`${region}-d`], region),
    answered('guardduty.detector', { Status: 'ENABLED' }, { region, resource: `${region}-d` }),
  ]);
}

function guardDuty(...given: Parameters<typeof evidence>) {
  const result = judged(evidence(...given)).checks.find(({ id }) => id === 'gd-enabled');
  return {
    outcome: result?.outcome,
    units: result?.findings.map(({ region, facet, outcome, reason }) => [
      region ?? facet,
      outcome,
      reason.code,
    ]),
  };
}

describe('each region of the scope is one unit', () => {
  test('the list rules out what is not enabled and what is changing', () => {
    const listed = regionsListed({
      'us-east-1': 'ENABLED',
      'af-south-1': 'DISABLED',
      'eu-south-1': 'DISABLING',
    });

    expect(guardDuty(listed, detectorsEverywhere('us-east-1'))).toEqual({
      outcome: 'unknown',
      units: [
        ['af-south-1', 'not-applicable', 'region-not-enabled'],
        ['eu-south-1', 'unknown', 'region-changing'],
        ['us-east-1', 'pass', 'met'],
      ],
    });
  });

  test('a region without an answer is unknown, never left out', () => {
    const listed = regionsListed({ 'us-east-1': 'ENABLED', 'eu-west-1': 'ENABLED' });
    const down = refused('guardduty.detectors', 'network', 'eu-west-1');

    expect(guardDuty(listed, detectorsEverywhere('us-east-1'), down)).toEqual({
      outcome: 'unknown',
      units: [
        ['eu-west-1', 'unknown', 'not-read'],
        ['us-east-1', 'pass', 'met'],
      ],
    });
  });

  test('a region that an SCP closes and the owner confirmed is not applicable', () => {
    const home = 'eu-west-1';
    const closed = [
      refused('guardduty.detectors', 'scp-denied', home),
      refused('config.recorders', 'scp-denied', home),
    ];
    const { checks } = judge({
      evidence: evidence(regionsListed({ [home]: 'ENABLED' }), closed),
      settings: defaultSettings,
      scope: { ...emptyScope, closedRegions: [{ region: home, reason: 'Tokyo only' }] },
      attestations: [],
    });

    expect(checks.find(({ id }) => id === 'gd-enabled')?.findings).toMatchObject([
      { region: home, outcome: 'not-applicable', reason: { code: 'region-scp-denied' } },
    ]);
  });

  test('an assumed scope adds one unit for the regions that could not be listed', () => {
    const { outcome, units } = guardDuty(refused('account.regions', 'denied'));

    expect(outcome).toBe('unknown');
    expect(units).toHaveLength(18);
    expect(units).toContainEqual(['unlisted', 'unknown', 'regions-not-listed']);
  });
});
