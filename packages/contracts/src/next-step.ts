import type { Severity } from './outcome.ts';
import type { CheckResult, ScanReport } from './report.ts';

const severityRank: Record<Severity, number> = { critical: 4, high: 3, medium: 2, low: 1 };

/** What a check would bring if it were met, and what ranked it. */
export type Candidate = {
  check: CheckResult;
  scoreGain: number;
  doneGain: number;
  /** The worst severity not met in the same step: one mend often settles the whole step. */
  stepSeverity: number;
};

/**
 * The checks that are not met, the most useful first: by the score that the engine says would be gained,
 * then what is known to be wrong before what could not be read, then the step's worst severity,
 * then steps gained, then weight. Blocked checks wait for their cause.
 */
export function candidates(report: ScanReport): Candidate[] {
  return report.checks
    .filter((check) => check.standing === 'not-met' && !blockedOnly(check))
    .map((check) => ({
      check,
      scoreGain: (check.ifMet?.score ?? 0) - (report.score.value ?? 0),
      doneGain: (check.ifMet?.done ?? 0) - report.firstSteps.done,
      stepSeverity: worstOfStep(report, check),
    }))
    .map((one) => ({ ...one, scoreGain: report.score.value === null ? 0 : one.scoreGain }))
    .toSorted(
      (a, b) =>
        b.scoreGain - a.scoreGain ||
        known(b) - known(a) ||
        b.stepSeverity - a.stepSeverity ||
        b.doneGain - a.doneGain ||
        b.check.weight - a.check.weight,
    );
}

function known({ check }: Candidate): number {
  return check.outcome === 'fail' ? 1 : 0;
}

function blockedOnly(check: CheckResult): boolean {
  return check.blocked && !check.findings.some(({ outcome }) => outcome === 'fail');
}

function worstOfStep(report: ScanReport, check: CheckResult): number {
  const step = report.firstSteps.items.find(({ checks }) => checks.includes(check.id));
  const ids = step?.checks ?? [check.id];
  const open = report.checks.filter(
    ({ id, standing }) => ids.includes(id) && standing === 'not-met',
  );
  return Math.max(
    severityRank[check.severity],
    ...open.map(({ severity }) => severityRank[severity]),
  );
}
