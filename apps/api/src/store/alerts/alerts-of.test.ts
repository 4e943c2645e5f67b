import { expect, test } from 'vitest';
import { alertsOf, type SeenScan, type Sight } from './alerts-of.ts';

const day = (number: number) => new Date(Date.UTC(2026, 10, number));

function scan(more: { judged?: number; answered?: number; rules?: string } = {}): SeenScan {
  const { judged = 25, answered = 200, rules = 'rules' } = more;
  return {
    ...{ at: day(16), standings: {}, regions: null, catalogueDigest: rules },
    coverage: { checks: { judged, total: 26 }, readings: { answered, total: 200 } },
  };
}

const calm: Sight = {
  ...{ now: scan(), before: scan(), unknownSince: new Map(), darkSince: new Map(), threats: [] },
};

test.each<[string, Partial<Sight>, string[]]>([
  ['nothing', {}, []],
  ['the first scan', { before: null, now: scan({ judged: 3, answered: 9 }) }, []],
  ['as many judged, as many answered', { now: scan() }, []],
  ['more judged', { now: scan({ judged: 26 }) }, []],
  ['fewer judged', { now: scan({ judged: 24 }) }, ['coverage-fell']],
  ['one answer missing', { now: scan({ answered: 199 }) }, ['coverage-fell']],
  ['fewer judged by other rules', { now: scan({ judged: 24, rules: 'other' }) }, []],
  ['a critical check unknown', { unknownSince: new Map([['ct', day(9)]]) }, ['critical-unknown']],
  ['a Region dark', { darkSince: new Map([['eu-west-1', day(9)]]) }, ['regions-dark']],
  ['a threat', { threats: [{ region: 'eu-west-1', findings: 2, since: day(9) }] }, ['threats']],
  [
    'everything: the incident first',
    {
      now: scan({ judged: 20 }),
      darkSince: new Map([['eu-west-1', day(9)]]),
      unknownSince: new Map([['ct', day(9)]]),
      threats: [{ region: 'eu-west-1', findings: 2, since: day(9) }],
    },
    ['threats', 'critical-unknown', 'regions-dark', 'coverage-fell'],
  ],
])('%s', (_name, sight, kinds) => {
  const alerts = alertsOf({ ...calm, ...sight });

  expect(alerts.map(({ kind }) => kind)).toEqual(kinds);
});

test('threats are counted over Regions, since the first of them', () => {
  const threats = [
    { region: 'us-east-1', findings: 2, since: day(12) },
    { region: 'ap-northeast-1', findings: 1, since: day(9) },
  ];

  const [alert] = alertsOf({ ...calm, threats });

  expect(alert).toEqual({
    ...{ kind: 'threats', findings: 3, regions: ['ap-northeast-1', 'us-east-1'] },
    since: '2026-11-09T00:00:00.000Z',
  });
});

test('lost sight names what, and since the first of it', () => {
  const darkSince = new Map([
    ['us-east-1', day(12)],
    ['eu-west-1', day(9)],
  ]);

  const [alert] = alertsOf({ ...calm, darkSince });

  expect(alert).toEqual({
    ...{ kind: 'regions-dark', regions: ['eu-west-1', 'us-east-1'] },
    since: '2026-11-09T00:00:00.000Z',
  });
});

test('fallen coverage says from what to what', () => {
  const [alert] = alertsOf({ ...calm, now: scan({ judged: 20, answered: 190 }) });

  expect(alert).toEqual({
    ...{ kind: 'coverage-fell', since: '2026-11-16T00:00:00.000Z' },
    ...{ checks: { before: 25, after: 20, total: 26 }, missing: { before: 0, after: 10 } },
  });
});
