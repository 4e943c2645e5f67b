import {
  DomainError,
  outcomes,
  type CheckResult,
  type Finding,
  type ScanReport,
} from '@ippo/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gathered, gatheredNames } from '../testing/assessments.ts';
import { completeness, completenessTotal, outcomesOf } from './completeness.ts';

const demo = gathered('acme-demo').report;
const [likeCheck] = demo.checks;
const [likeFinding] = likeCheck?.findings ?? [];
if (!likeCheck || !likeFinding) throw new Error('the demo account has findings');

describe('the statement of completeness', () => {
  it.each(gatheredNames)('adds up for every check of %s', (name) => {
    const { report } = gathered(name);

    const lines = completeness(report);

    expect(lines.map(({ check }) => check)).toEqual(report.checks.map(({ id }) => id));
    for (const line of lines) expect(line.units + line.scopes).toBe(outcomesOf(line));
    const total = completenessTotal(lines);
    const findings = report.checks.flatMap((check) => check.findings);
    expect(total.units + total.scopes).toBe(findings.length);
    expect(total.fail).toBe(findings.filter(({ outcome }) => outcome === 'fail').length);
  });

  it('counts what a prerequisite blocks among the not applicable, and apart', () => {
    const lines = completeness(demo);

    const features = lines.find(({ check }) => check === 'gd-features');
    expect(features).toMatchObject({ units: 72, scopes: 22, notApplicable: 18, blocked: 1 });
  });

  it('counts a check that broke as one scope, wherever it would have looked', () => {
    const [, finding] = demo.checks.find(({ id }) => id === 'gd-enabled')?.findings ?? [];
    if (!finding) throw new Error('GuardDuty is judged in Regions');
    const { region: _region, ...whole } = finding;
    const reason = { code: 'check-crashed', params: { message: 'x' } };
    const broken: Finding = { ...whole, outcome: 'unknown', reason };
    const check = demo.checks.find(({ id }) => id === 'gd-enabled');
    const units = { judged: 0, total: 1 };
    const report = {
      ...{ ...demo, coverage: { ...demo.coverage, units } },
      checks: check ? [{ ...check, findings: [broken] }] : [],
    };

    expect(completeness(report)).toMatchObject([{ units: 0, scopes: 1, unknown: 1 }]);
  });

  it.each([
    ['a Region lost', lose('gd-enabled', 0)],
    ['a user lost', lose('iam-user-mfa', 0)],
    ['an account’s only finding lost', lose('root-mfa', 0)],
    ['a finding told twice', twice('gd-enabled')],
    ['a check told twice', { ...demo, checks: [...demo.checks, ...demo.checks.slice(0, 1)] }],
    ['an outcome that nobody knows', misjudged('root-mfa', 'passed' as 'pass')],
    ['a fail turned into not applicable', misjudged('iam-user-mfa', 'not-applicable')],
  ])('refuses a report with %s', (_what, report) => {
    expect(() => completeness(report)).toThrow(DomainError);
  });

  it('adds up whatever a check found wherever, and refuses the same with one finding less', () => {
    const findings = fc.array(fc.constantFrom(...outcomes), { minLength: 1, maxLength: 40 });

    fc.assert(
      fc.property(
        fc.constantFrom('user', 'plan', 'trail', 'account', 'region'),
        findings,
        (unit, given) => {
          const check = checkOf(unit, unit === 'account' ? given.slice(0, 1) : given);
          const report = reportOf(check);

          const [line] = completeness(report);

          expect(line && outcomesOf(line)).toBe(check.findings.length);
          expect(line && line.units + line.scopes).toBe(check.findings.length);
          const fewer = { ...report, checks: [{ ...check, findings: check.findings.slice(1) }] };
          // What was neither judged nor unknown leaves no trace in the coverage; a Region and an account do.
          const [first] = check.findings;
          const counted = first?.outcome !== 'manual' && first?.outcome !== 'not-applicable';
          if (counted || unit === 'account' || unit === 'region')
            expect(() => completeness(fewer)).toThrow(DomainError);
        },
      ),
    );
  });
});

function lose(id: string, place: number): ScanReport {
  return changed(id, (findings) => findings.toSpliced(place, 1));
}

function twice(id: string): ScanReport {
  return changed(id, (findings) => [...findings.slice(1), ...findings.slice(-1)]);
}

function misjudged(id: string, outcome: Finding['outcome']): ScanReport {
  return changed(id, (findings) =>
    findings.map((finding, index) => (index === 0 ? { ...finding, outcome } : finding)),
  );
}

function changed(id: string, change: (findings: Finding[]) => Finding[]): ScanReport {
  return {
    ...demo,
    checks: demo.checks.map((check) =>
      check.id === id ? { ...check, findings: change(check.findings) } : check,
    ),
  };
}

function checkOf(unit: CheckResult['unit'], given: readonly Finding['outcome'][]): CheckResult {
  const findings = given.map((outcome, index): Finding => {
    const { region: _region, resource: _resource, facet: _facet, ...like } = likeFinding as Finding;
    const reason = { code: index % 2 === 0 ? 'blocked-by' : 'met', params: {} };
    const place = { region: `region-${index}` };
    const name = index % 3 === 0 ? {} : { resource: `thing-${index}` };
    return {
      ...like,
      outcome,
      unit,
      reason,
      ...(unit === 'account' ? {} : place),
      ...(unit === 'region' ? {} : name),
    };
  });
  return { ...(likeCheck as CheckResult), id: 'made', unit, findings };
}

function reportOf(check: CheckResult): ScanReport {
  const { findings } = check;
  const blocked = findings.filter(
    ({ outcome, reason }) => outcome === 'not-applicable' && reason.code === 'blocked-by',
  ).length;
  const judged = findings.filter(({ outcome }) => /^(?:pass|fail)$/.test(outcome)).length + blocked;
  const unknown = findings.filter(({ outcome }) => outcome === 'unknown').length;
  return {
    ...demo,
    regionsAssumed: false,
    regions: findings.map((_, index) => ({
      ...{ name: `region-${index}`, state: 'enabled', answered: 1, total: 1 },
    })),
    coverage: { ...demo.coverage, units: { judged, total: judged + unknown } },
    checks: [check],
  };
}
