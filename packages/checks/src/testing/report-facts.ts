import type { Finding, Outcome, ScanReport, StepState } from '@ippo/contracts';
import type { Check } from '../define-check.ts';

/** Each check's outcome, by id. */
export function outcomesOf(report: ScanReport): Map<string, Outcome> {
  return new Map(report.checks.map((check) => [check.id, check.outcome]));
}

/** Every finding of a report, by fingerprint. */
export function findingsOf(report: ScanReport): Map<string, Finding> {
  const findings = report.checks.flatMap((check) => check.findings);
  return new Map(findings.map((finding) => [finding.fingerprint, finding]));
}

/** Whether a step needs nothing more. */
export function isDone(state: unknown): boolean {
  return (['done', 'not-needed'] satisfies StepState[]).some((done) => done === state);
}

/** Whether a figure rose; where none is shown on one side, there is nothing to compare. */
export function raised(before: number | null, after: number | null): boolean {
  return before !== null && after !== null && after > before;
}

/** A check that judges the same units and always says the same. */
export function always(check: Check, outcome: Outcome): Check {
  return {
    ...check,
    evaluate: (evidence, context) =>
      check
        .evaluate(evidence, context)
        .map((verdict) => ({ ...verdict, outcome, code: 'not-met' })),
  };
}
