import type { Finding, ScanReport, ThresholdEffect } from '@ippo/contracts';

/** What differs between two judgements of the same evidence. */
export type SettingsEffect = Omit<ThresholdEffect, 'account' | 'source' | 'scanId' | 'finishedAt'>;

/** Findings that are told; the others are counted only. */
const mostTold = 100;

/** Compares a judgement by the limits that hold now with one by the limits that are tried out. */
export function settingsEffect(held: ScanReport, tried: ScanReport): SettingsEffect {
  const after = new Map(tried.checks.map((check) => [check.id, check]));
  const pairs = held.checks.flatMap((check) => {
    const other = after.get(check.id);
    return other ? [{ check, other }] : [];
  });
  const findings = pairs.flatMap(({ check, other }) =>
    changedFindings(check.id, check.findings, other.findings),
  );
  return {
    score: { held: held.score.value, tried: tried.score.value },
    steps: { held: held.firstSteps.done, tried: tried.firstSteps.done },
    checks: pairs
      .filter(({ check, other }) => check.outcome !== other.outcome)
      .map(({ check, other }) => ({ id: check.id, held: check.outcome, tried: other.outcome })),
    findings: findings.slice(0, mostTold),
    changed: findings.length,
  };
}

function changedFindings(check: string, held: readonly Finding[], tried: readonly Finding[]) {
  const after = new Map(tried.map(({ fingerprint, outcome }) => [fingerprint, outcome]));
  return held.flatMap(({ fingerprint, outcome, region, resource }) => {
    const other = after.get(fingerprint);
    if (other === undefined || other === outcome) return [];
    const where = { region: region ?? null, resource: resource ?? null };
    return [{ check, fingerprint, held: outcome, tried: other, ...where }];
  });
}
