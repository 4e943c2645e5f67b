import type { Aggregate, Outcome } from '@ippo/contracts';

/** The first outcome present wins (checks.md 0.1-3). */
const precedence: Readonly<Record<Aggregate, readonly Outcome[]>> = {
  all: ['fail', 'unknown', 'manual', 'pass', 'not-applicable'],
  exists: ['pass', 'unknown', 'manual', 'fail', 'not-applicable'],
};

/** The roll-up of a check's findings; of none at all it is not applicable. */
export function aggregate(rule: Aggregate, outcomes: readonly Outcome[]): Outcome {
  const present = new Set(outcomes);
  return precedence[rule].find((outcome) => present.has(outcome)) ?? 'not-applicable';
}
