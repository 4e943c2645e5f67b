import { expect, test } from 'vitest';
import { candidates } from './next-step.ts';
import type { CheckResult, ScanReport } from './report.ts';

function check(id: string, more: Partial<CheckResult>): CheckResult {
  return {
    id,
    severity: 'high',
    weight: 7.5,
    measure: 3,
    unit: 'account',
    aggregate: 'all',
    dependsOn: [],
    outcome: 'fail',
    reason: { code: 'not-met', params: {} },
    standing: 'not-met',
    blocked: false,
    ifMet: { score: null, done: 3 },
    findings: [],
    ...more,
  };
}

function report(value: number | null, checks: CheckResult[]): ScanReport {
  return {
    checks,
    score: { value },
    firstSteps: {
      done: 3,
      items: [{ id: 'trail', state: 'not-done', checks: ['in-step', 'critical'] }],
    },
  } as unknown as ScanReport;
}

test('the check that adds most to the score comes first', () => {
  const checks = [
    check('small', { ifMet: { score: 40, done: 3 } }),
    check('large', { ifMet: { score: 70, done: 3 } }),
  ];

  const ranked = candidates(report(36, checks));

  expect(ranked.map((one) => one.check.id)).toEqual(['large', 'small']);
});

test('without a score, what is known to be wrong in the worst step comes before what was not read', () => {
  const checks = [
    check('critical', { severity: 'critical', weight: 10, outcome: 'unknown' }),
    check('gains-a-step', { ifMet: { score: null, done: 4 } }),
    check('in-step', {}),
  ];

  const ranked = candidates(report(null, checks));

  expect(ranked.map((one) => one.check.id)).toEqual(['in-step', 'gains-a-step', 'critical']);
});

test('what is met, left out or blocked is no next step', () => {
  const checks = [
    check('met', { standing: 'met', outcome: 'pass' }),
    check('out', { standing: 'out', outcome: 'manual' }),
    check('blocked', { blocked: true, outcome: 'not-applicable' }),
  ];

  expect(candidates(report(50, checks))).toEqual([]);
});
