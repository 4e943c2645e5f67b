import type { CheckResult, ScanReport } from '@ippo/contracts';
import { describe, expect, test } from 'vitest';
import { checkResult } from '../judge/roll-up.ts';
import { evidence, regionsListed } from '../testing/evidence.ts';
import { madeCheck, madeFinding } from '../testing/made-results.ts';
import { judged } from '../testing/property-runs.ts';
import { compareReports } from './compare-reports.ts';

const report = judged(evidence(regionsListed({ 'ap-northeast-1': 'ENABLED' })));

function withChecks(...checks: CheckResult[]): ScanReport {
  return { ...report, checks };
}

function result(id: string, ...findings: ReturnType<typeof madeFinding>[]): CheckResult {
  return checkResult(madeCheck(id, { severity: 'high' }), findings);
}

function drift(before: CheckResult[], after: CheckResult[]) {
  return compareReports(withChecks(...before), withChecks(...after));
}

const place = { fingerprint: '1', region: 'eu-west-1', resource: 'arn:a', facet: 'f' };
const side = { reason: { code: 'met', params: {} }, severity: 'high', blocked: false };

describe('a finding that changed', () => {
  test('says where it holds and what it was and is, with the check’s severity or its own', () => {
    const { findings } = drift(
      [result('a', madeFinding('pass', 'met', place))],
      [result('a', madeFinding('fail', 'met', { ...place, severity: 'low' }))],
    );

    expect(findings).toStrictEqual([
      {
        ...place,
        check: 'a',
        change: 'new',
        before: { ...side, outcome: 'pass' },
        after: { ...side, outcome: 'fail', severity: 'low' },
      },
    ]);
  });

  test('of the account itself has no place', () => {
    const { findings } = drift(
      [result('a')],
      [result('a', madeFinding('pass', 'met', { fingerprint: '1' }))],
    );

    expect(findings).toStrictEqual([
      {
        fingerprint: '1',
        check: 'a',
        change: 'appeared',
        before: null,
        after: { ...side, outcome: 'pass' },
      },
    ]);
  });

  test('says when being blocked began and ended, also with the finding itself', () => {
    const blocked = madeFinding('not-applicable', 'blocked-by', { fingerprint: '1' });
    const free = madeFinding('pass', 'met', { fingerprint: '1' });
    const told = (before: (typeof free)[], after: (typeof free)[]) =>
      drift([result('a', ...before)], [result('a', ...after)]).findings.map((one) => one.blocked);

    expect(told([free], [blocked])).toEqual(['began']);
    expect(told([blocked], [free])).toEqual(['ended']);
    expect(told([], [blocked])).toEqual(['began']);
    expect(told([blocked], [])).toEqual(['ended']);
    expect(told([], [free])).toEqual([undefined]);
  });
});

describe('a check', () => {
  test('whose standing changed is named with both', () => {
    const [passing, failing] = [madeFinding('pass'), madeFinding('fail')];

    const { checks } = drift(
      [result('a', passing), result('b', failing), result('c', passing)],
      [result('a', failing), result('b', failing), result('c', passing)],
    );

    expect(checks).toEqual([{ id: 'a', before: 'met', after: 'not-met' }]);
  });

  test('that only one version of Ippo judges is ours, at either end', () => {
    const { ours, findings } = drift(
      [result('old', madeFinding('fail')), result('both')],
      [result('both'), result('new', madeFinding('fail'))],
    );

    expect(ours).toEqual({ rulesDiffer: false, added: ['new'], removed: ['old'] });
    expect(findings).toEqual([]);
  });
});

describe('steps and regions', () => {
  test('a step is compared with itself, and one that only one version knows is no change', () => {
    const [first, second, ...rest] = report.firstSteps.items;
    if (!first || !second) throw new Error('the report has steps');
    const items = (...all: typeof rest) => ({
      ...report,
      firstSteps: { ...report.firstSteps, items: all },
    });
    const done = { ...second, state: 'done' as const };
    const open = { ...second, state: 'not-done' as const };

    expect(compareReports(items(first, open), items(first, done)).steps).toEqual([
      { id: second.id, before: 'not-done', after: 'done' },
    ]);
    expect(compareReports(items(first), items(first, done)).steps).toEqual([]);
  });

  test('regions that came, went or changed stand by name', () => {
    const [region] = report.regions;
    if (!region) throw new Error('the report has a region');
    const regions = (...all: [name: string, state: typeof region.state][]) => ({
      ...report,
      regions: all.map(([name, state]) => ({ ...region, name, state })),
    });

    const { regions: changed } = compareReports(
      regions(['z', 'enabled'], ['m', 'enabled'], ['c', 'enabled']),
      regions(['m', 'enabled'], ['c', 'changing'], ['a', 'enabled']),
    );

    expect(changed).toEqual([
      { name: 'a', before: null, after: 'enabled' },
      { name: 'c', before: 'enabled', after: 'changing' },
      { name: 'z', before: 'enabled', after: null },
    ]);
  });
});
