import type { CheckResult, Drift, DriftFinding, Finding, ScanReport } from '@ippo/contracts';
import { isBlocked } from '../judge/roll-up.ts';
import { score } from '../judge/score.ts';
import { lastingFinding } from './lasting-findings.ts';
import { sameContent } from './spans.ts';
import { transition } from './transition.ts';

/**
 * The drift from one report to another of the same account. What only one of the two versions of Ippo
 * judges is set apart, and the scores are those over the checks that both have.
 */
export function compareReports(before: ScanReport, after: ScanReport): Drift {
  const had = new Map(before.checks.map((check) => [check.id, check]));
  const has = new Map(after.checks.map((check) => [check.id, check]));
  const both = after.checks.flatMap((to) => {
    const from = had.get(to.id);
    return from ? [{ from, to }] : [];
  });
  const findings = both.flatMap(({ from, to }) => changedFindings(from, to));
  const counts: Drift['counts'] = {};
  for (const { change } of findings) counts[change] = (counts[change] ?? 0) + 1;
  return {
    before: endOf(
      before,
      both.map(({ from }) => from),
    ),
    after: endOf(
      after,
      both.map(({ to }) => to),
    ),
    findings,
    counts,
    checks: both
      .filter(({ from, to }) => from.standing !== to.standing)
      .map(({ from, to }) => ({ id: to.id, before: from.standing, after: to.standing })),
    steps: changedSteps(before, after),
    regions: changedRegions(before, after),
    ours: {
      rulesDiffer: before.engine.catalogueDigest !== after.engine.catalogueDigest,
      added: [...has.keys()].filter((id) => !had.has(id)),
      removed: [...had.keys()].filter((id) => !has.has(id)),
    },
  };
}

function endOf(report: ScanReport, shared: readonly CheckResult[]): Drift['before'] {
  const { value, upTo } = score(shared);
  return {
    finishedAt: report.finishedAt,
    catalogueDigest: report.engine.catalogueDigest,
    scoreModel: report.engine.scoreModel,
    score: value,
    upTo,
    stepsDone: report.firstSteps.done,
  };
}

function changedFindings(from: CheckResult, to: CheckResult): DriftFinding[] {
  const old = new Map(from.findings.map((finding) => [finding.fingerprint, finding]));
  const moved = to.findings.flatMap((finding) => {
    const was = old.get(finding.fingerprint);
    old.delete(finding.fingerprint);
    if (was && sameContent(lastingFinding(was).finding, lastingFinding(finding).finding)) return [];
    return [drifted(to.id, finding, was && { check: from, finding: was }, { check: to, finding })];
  });
  const gone = [...old.values()].map((finding) =>
    drifted(to.id, finding, { check: from, finding }, undefined),
  );
  return [...moved, ...gone];
}

type End = { check: CheckResult; finding: Finding };

/** One of the two ends may be missing; `place` is the finding of the one that is there. */
function drifted(
  id: string,
  place: Finding,
  before: End | undefined,
  after: End | undefined,
): DriftFinding {
  const { fingerprint, region, resource, facet } = place;
  const was = sideOf(before);
  const is = sideOf(after);
  const blocked = Boolean(is?.blocked) === Boolean(was?.blocked) ? null : is?.blocked;
  return {
    ...{ fingerprint, check: id },
    ...(region !== undefined && { region }),
    ...(resource !== undefined && { resource }),
    ...(facet !== undefined && { facet }),
    change: transition(was?.outcome ?? 'gone', is?.outcome ?? 'gone'),
    ...(blocked !== null && { blocked: blocked ? 'began' : 'ended' }),
    ...{ before: was, after: is },
  };
}

function sideOf(end: End | undefined): DriftFinding['before'] {
  if (!end) return null;
  const { check, finding } = end;
  const { outcome, reason } = finding;
  return {
    ...{ outcome, reason },
    severity: finding.severity ?? check.severity,
    blocked: isBlocked(finding),
  };
}

function changedSteps(before: ScanReport, after: ScanReport): Drift['steps'] {
  return after.firstSteps.items.flatMap(({ id, state }) => {
    const was = before.firstSteps.items.find((item) => item.id === id)?.state ?? state;
    return was === state ? [] : [{ id, before: was, after: state }];
  });
}

function changedRegions(before: ScanReport, after: ScanReport): Drift['regions'] {
  const was = new Map(before.regions.map(({ name, state }) => [name, state]));
  const is = new Map(after.regions.map(({ name, state }) => [name, state]));
  const names = [...new Set([...was.keys(), ...is.keys()])].sort();
  return names
    .map((name) => ({ name, before: was.get(name) ?? null, after: is.get(name) ?? null }))
    .filter((region) => region.before !== region.after);
}
