import type { CheckResult, ScanReport } from '@ippo/contracts';
import { describe, expect, test } from 'vitest';
import { checkResult } from '../judge/roll-up.ts';
import { evidence, regionsListed } from '../testing/evidence.ts';
import { madeCheck, madeFinding } from '../testing/made-results.ts';
import { judged } from '../testing/property-runs.ts';
import { compareReports } from './compare-reports.ts';

const regions = { 'ap-northeast-1': 'ENABLED', 'us-east-1': 'ENABLED_BY_DEFAULT' };
const report = judged(evidence(regionsListed(regions)));

function withChecks(checks: CheckResult[], changes: Partial<ScanReport> = {}): ScanReport {
  return { ...report, ...changes, checks };
}

function result(id: string, ...findings: Parameters<typeof madeFinding>[]): CheckResult {
  return checkResult(
    madeCheck(id, { severity: 'high' }),
    findings.map((finding) => madeFinding(...finding)),
  );
}

describe('the drift from one report to another', () => {
  test('is nothing where nothing changed', () => {
    const drift = compareReports(report, report);

    expect(drift.findings).toEqual([]);
    expect(drift).toMatchObject({ counts: {}, checks: [], steps: [], regions: [] });
    expect(drift.ours).toEqual({ rulesDiffer: false, added: [], removed: [] });
  });

  test('is nothing where only instants and evidence moved', () => {
    const told = (at: string) => {
      const reason = { code: 'met', params: { deliveredAt: at, trail: 't' } };
      const ref = { operation: 'a:B', region: 'r', at, requestId: at, digest: null };
      return withChecks([
        checkResult(madeCheck('a'), [
          madeFinding('pass', 'met', { fingerprint: 'x', reason, evidence: [ref] }),
        ]),
      ]);
    };

    expect(compareReports(told('monday'), told('tuesday')).findings).toEqual([]);
  });

  test('tells new, resolved, gone, blocked and another reason apart', () => {
    const before = withChecks([
      result(
        'a',
        ['pass', 'met', { fingerprint: '1' }],
        ['fail', 'why', { fingerprint: '2' }],
        ['fail', 'why', { fingerprint: '3' }],
        ['pass', 'met', { fingerprint: '4' }],
        ['fail', 'why', { fingerprint: '5' }],
      ),
    ]);
    const after = withChecks([
      result(
        'a',
        ['fail', 'why', { fingerprint: '1' }],
        ['pass', 'met', { fingerprint: '2' }],
        ['not-applicable', 'blocked-by', { fingerprint: '4' }],
        ['fail', 'other', { fingerprint: '5' }],
      ),
    ]);

    const drift = compareReports(before, after);

    expect(drift.findings.map(({ fingerprint, change }) => [fingerprint, change])).toEqual([
      ['1', 'new'],
      ['2', 'resolved'],
      ['4', 'changed'],
      ['5', 'persisting'],
      ['3', 'gone'],
    ]);
    expect(drift.findings.map(({ blocked }) => blocked ?? null)).toEqual([
      ...[null, null, 'began', null, null],
    ]);
    expect(drift.counts).toEqual({ new: 1, resolved: 1, changed: 1, persisting: 1, gone: 1 });
    expect(drift.findings[4]).toMatchObject({ before: { outcome: 'fail' }, after: null });
  });

  test('sets our own new checks apart, and scores what both judge', () => {
    const old = withChecks([result('a', ['pass'])]);
    const engine = { ...report.engine, catalogueDigest: 'another' };
    const next = withChecks([result('a', ['pass']), result('b', ['fail', 'why'])], { engine });

    const drift = compareReports(old, next);

    expect(drift.ours).toEqual({ rulesDiffer: true, added: ['b'], removed: [] });
    expect(drift.findings).toEqual([]);
    expect([drift.before.score, drift.after.score]).toEqual([100, 100]);
  });

  test('shows steps and regions that changed', () => {
    const [first, ...rest] = report.firstSteps.items;
    const [region, ...others] = report.regions;
    if (!first || !region) throw new Error('the report has steps and regions');
    const after = {
      ...report,
      firstSteps: {
        ...report.firstSteps,
        items: [{ ...first, state: 'not-done' as const }, ...rest],
      },
      regions: [{ ...region, state: 'unreachable' as const }, ...others.slice(1)],
    };

    const drift = compareReports(report, after);

    expect(drift.steps).toEqual([{ id: first.id, before: first.state, after: 'not-done' }]);
    expect(drift.regions).toContainEqual({
      ...{ name: region.name, before: region.state, after: 'unreachable' },
    });
    expect(drift.regions).toContainEqual(
      expect.objectContaining({ name: others[0]?.name, after: null }),
    );
  });
});
