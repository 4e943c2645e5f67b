import type { Trail } from '@ippo/contracts';
import { expect, test } from 'vitest';
import {
  hostileNames,
  lakeStore,
  noStores,
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
  MANAGEMENT,
  notEnabledRegion,
  partly,
  refused,
  regionsListed,
} from '../../testing/evidence.ts';
import { judged } from '../../testing/property-runs.ts';
import { staysHonest } from '../../testing/refused-readings.ts';
import check from './ct-log-validation.ts';

const main = trail('main');
const off = { LogFileValidationEnabled: false } as const;
const single = { IsMultiRegionTrail: false } as const;
const organizationTrail = { account: MANAGEMENT, IsOrganizationTrail: true } as const;
const listRefused = (region: string) => refused('cloudtrail.trails', 'denied', region);

function without(one: Trail, field: keyof Trail): Trail {
  const { [field]: _gone, ...rest } = one;
  return { TrailARN: one.TrailARN, ...rest };
}

checkCases(check, {
  passes: {
    'the one trail has it; its copies in other regions are the same unit': {
      given: evidence(trailLists(main)),
      reason: 'met',
      findings: 1,
      params: { trail: main.TrailARN },
    },
    'no status is needed, nor that it logs': {
      given: evidence(trailLists(main), statusOf(main, { IsLogging: false })),
      reason: 'met',
      findings: 1,
    },
    'a trail of one region counts in its region': {
      given: evidence(trailLists(main, trail('tokyo', single))),
      reason: 'met',
      findings: 2,
    },
    'an organization’s trail has it': {
      given: evidence(trailLists(trail('org', organizationTrail))),
      reason: 'met',
      findings: 1,
    },
    'a trail of one region at home in a region that is not enabled covers nothing': {
      given: evidence(
        trailLists(main),
        answered(
          'cloudtrail.trails',
          [main, trail('away', { ...single, ...off, HomeRegion: notEnabledRegion })],
          'eu-west-1',
        ),
      ),
      reason: 'met',
      findings: 1,
    },
    'hostile names are names': {
      given: evidence(trailLists(...hostileNames.map((name) => trail(name)))),
      reason: 'met',
      findings: hostileNames.length,
    },
  },
  fails: {
    'a multi-region trail counts wherever it is at home': {
      given: evidence(trailLists(trail('main', { ...off, HomeRegion: notEnabledRegion }))),
      reason: 'validation-off',
      findings: 1,
    },
    'the one trail has it off': {
      given: evidence(trailLists(trail('main', off))),
      reason: 'validation-off',
      findings: 1,
    },
    'a stopped trail has it off': {
      given: evidence(
        trailLists(trail('main', off)),
        statusOf(trail('main'), { IsLogging: false }),
      ),
      reason: 'validation-off',
      findings: 1,
    },
    'the second of three has it off': {
      given: evidence(trailLists(trail('a'), trail('b', off), trail('c'))),
      reason: 'validation-off',
      findings: 3,
    },
    'a trail of one region has it off': {
      given: evidence(trailLists(main, trail('tokyo', { ...single, ...off }))),
      reason: 'validation-off',
      findings: 2,
    },
    'a trail of one region whose home is not said was listed there': {
      given: evidence(
        trailLists(),
        answered(
          'cloudtrail.trails',
          [without(trail('tokyo', { ...single, ...off }), 'HomeRegion')],
          'ap-northeast-1',
        ),
      ),
      reason: 'validation-off',
      findings: 1,
    },
    'an organization’s trail has it off: the fix is in the management account': {
      given: evidence(trailLists(trail('org', { ...organizationTrail, ...off }))),
      reason: 'validation-off-in-management-account',
      findings: 1,
    },
    'the organization’s trail of this management account is its own to fix': {
      given: evidence(trailLists(trail('org', { IsOrganizationTrail: true, ...off }))),
      reason: 'validation-off',
      findings: 1,
    },
    'an account’s trail has the name of the organization’s': {
      given: evidence(trailLists(trail('twin', off), trail('twin', organizationTrail))),
      reason: 'validation-off',
      findings: 2,
    },
    'one has it off, and a list was refused': {
      given: evidence(trailLists(trail('main', off)), listRefused('eu-west-1')),
      reason: 'validation-off',
      findings: 2,
    },
    'one has it off on the page before the refused one': {
      given: evidence(trailLists(), partly('cloudtrail.trails', [trail('main', off)], 'us-east-1')),
      reason: 'validation-off',
      findings: 2,
    },
  },
  unknown: {
    'nothing was read at all': {
      given: evidence(),
      reason: 'not-read',
      findings: enabledRegions.length,
    },
    'every list was refused': {
      given: evidence(everywhere(listRefused)),
      reason: 'not-read',
      findings: enabledRegions.length,
      readingReason: 'denied',
    },
    'one list was refused: it may name a trail of its own region': {
      given: evidence(trailLists(main), listRefused('eu-west-1')),
      reason: 'partly-read',
      findings: 2,
    },
    'the list does not say it (settled: a missing field is not read)': {
      given: evidence(trailLists(without(main, 'LogFileValidationEnabled'))),
      reason: 'not-read',
      findings: 1,
      readingReason: 'malformed',
    },
    'the regions could not be listed': {
      given: evidence(
        refused('account.regions', 'denied'),
        everywhere(
          (region) => trailLists(main)[enabledRegions.findIndex((one) => one === region)] ?? [],
        ),
      ),
      reason: 'partly-read',
      // One trail, the default regions whose lists were not asked, and those that could not be listed.
      findings: 1 + 14 + 1,
    },
    'a region is being enabled': {
      given: evidence(
        regionsListed({ 'ap-northeast-1': 'ENABLED', 'eu-west-1': 'ENABLING' }),
        answered('cloudtrail.trails', [], 'ap-northeast-1'),
      ),
      reason: 'region-changing',
      findings: 1,
    },
    'there is no trail, and whether a Lake store stands in was refused': {
      given: evidence(
        trailLists(),
        everywhere((region) => refused('cloudtrail.event-data-stores', 'denied', region)),
      ),
      reason: 'prerequisite-unknown',
      findings: 1,
    },
  },
  notApplicable: {
    'there is no trail: blocked, counted as not met': {
      given: evidence(trailLists(), noStores()),
      reason: 'blocked-by',
      findings: 1,
      params: { check: 'ct-enabled' },
    },
    'there is no trail, but a Lake store keeps the events': {
      given: evidence(trailLists(), noStores(), lakeStore('us-east-1')),
      reason: 'nothing-to-judge',
      findings: 1,
    },
  },
});

staysHonest(check, {
  'a trail with it': evidence(trailLists(main), statusOf(main), noStores()),
  'trails without it': evidence(trailLists(trail('main', off), trail('tokyo', single)), noStores()),
  'no trail': evidence(trailLists(), noStores()),
  'a Lake store': evidence(trailLists(), noStores(), lakeStore('us-east-1')),
});

test('a trail’s finding stands at its home, or nowhere if that is not told', () => {
  const homeless = without(trail('homeless'), 'HomeRegion');
  const [result] = judged(evidence(trailLists(main, homeless)), [], [check]).checks;

  expect(result?.findings.map(({ region, resource }) => [region, resource])).toEqual([
    [undefined, homeless.TrailARN],
    ['ap-northeast-1', main.TrailARN],
  ]);
  expect(result?.findings[0]).not.toHaveProperty('region');
});
