import type { CheckResult, Finding, ScanReport } from '@ippo/contracts';
import { expect, test } from 'vitest';
import {
  columnGroups,
  commonCauses,
  regionalChecks,
  regionRows,
  unseenColumns,
} from './region-rows.ts';

function finding(region: string, outcome: Finding['outcome'], code = 'met'): Finding {
  const reason = { code, params: {} };
  return { fingerprint: '', outcome, unit: 'plan', region, reason, evidence: [] };
}

function check(id: string, part: Partial<CheckResult>): CheckResult {
  return { id, measure: 4, unit: 'region', findings: [], ...part } as CheckResult;
}

const report = {
  firstSteps: { items: [{ checks: ['gd-enabled'] }] },
  unreadable: [],
  regions: [
    { name: 'tokyo', state: 'enabled', answered: 9, total: 9 },
    { name: 'osaka', state: 'enabled', answered: 9, total: 9 },
    { name: 'cape', state: 'not-enabled', answered: 0, total: 0 },
    { name: 'dark', state: 'unreachable', answered: 0, total: 9 },
  ],
  checks: [
    check('gd-features', {
      unit: 'plan',
      findings: [
        finding('tokyo', 'pass'),
        finding('tokyo', 'unknown'),
        finding('osaka', 'unknown'),
        finding('osaka', 'fail'),
        finding('dark', 'not-applicable', 'blocked-by'),
        finding('dark', 'pass'),
      ],
    }),
    check('gd-enabled', {}),
    check('root-mfa', { unit: 'account' }),
    check('cfg-recording', { measure: 3 }),
  ],
} as unknown as ScanReport;

test('columns stand by measure, those of the first steps first, without checks of no Region', () => {
  const checks = regionalChecks(report);

  expect(checks.map(({ id }) => id)).toEqual(['cfg-recording', 'gd-enabled', 'gd-features']);
  expect(columnGroups(checks)).toEqual([
    { measure: 3, span: 1 },
    { measure: 4, span: 2 },
  ]);
});

test('several plans of a Region are one cell, the worst of them; dark Regions stand on top', () => {
  const rows = regionRows(report);

  expect(rows.map(({ region, cells }) => [region, cells[2]?.shape])).toEqual([
    ['dark', 'blocked'],
    ['osaka', 'fail'],
    ['tokyo', 'unknown'],
  ]);
});

test('a cause that Regions share counts Regions, not the plans in them', () => {
  const places = ['tokyo', 'osaka', 'seoul'];
  const findings = places.flatMap((name) => [finding(name, 'fail'), finding(name, 'fail')]);
  const causes = commonCauses({
    ...report,
    checks: [check('gd-features', { unit: 'plan', findings })],
  });

  expect(causes.map(({ n, judged }) => [n, judged])).toEqual([[3, 3]]);
});

test('a column that is unknown in every Region says so once, with the cause of most that were read', () => {
  const unknown = (region: string, code: string) => finding(region, 'unknown', code);
  const column = (id: string, codes: readonly string[]) =>
    check(id, { findings: codes.map((code, n) => unknown(`region-${n}`, code)) });
  const dark = {
    firstSteps: { items: [] },
    regions: [0, 1, 2, 3].map((n) => ({
      ...{ name: `region-${n}`, state: n === 0 ? 'unreachable' : 'enabled' },
    })),
    checks: [
      column('one', ['not-read', 'not-read', 'not-read']),
      column('read', ['not-read', 'odd', 'odd', 'odd']),
      column('many', ['not-read', 'not-read', 'odd', 'odd']),
      column('few', ['not-read', 'not-read']),
      check('seen', {
        findings: [...['a', 'b', 'c'].map((one) => unknown(one, 'not-read')), finding('d', 'pass')],
      }),
    ],
  } as unknown as ScanReport;

  const found = unseenColumns(dark).map(({ check: { id }, n, of, most, first }) => [
    ...[id, n, of, most, first.reason.code],
  ]);

  expect(found).toEqual([
    ['one', 3, 2, 2, 'not-read'],
    ['read', 4, 3, 3, 'odd'],
    ['many', 4, 3, 2, 'odd'],
  ]);
});
