import type { CheckResult, Finding, ScanReport } from '@ippo/contracts';
import { aggregate } from '../aggregate.ts';
import { score } from './score.ts';

/** Whether somebody accepted the risk of a failed finding of a check. */
export type IsAccepted = (check: string, finding: Finding) => boolean;

/**
 * The second line beside the score: what it would be if each check against which nothing but accepted fails
 * stands were met. The report itself, its outcomes, steps and score, stays as it is.
 */
export function scoreWithAccepted(
  checks: readonly CheckResult[],
  isAccepted: IsAccepted,
): ScanReport['score'] {
  return score(checks.map((check) => (lifts(check, isAccepted) ? asMet(check) : check)));
}

/** What is unknown or blocked cannot be accepted: with any of it a check stays as it is. */
function lifts(check: CheckResult, isAccepted: IsAccepted): boolean {
  if (check.outcome !== 'fail' || check.blocked) return false;
  const fails = check.findings.filter(({ outcome }) => outcome === 'fail');
  if (!fails.every((finding) => isAccepted(check.id, finding))) return false;
  const outcomes = check.findings.map(({ outcome }) => (outcome === 'fail' ? 'pass' : outcome));
  return aggregate(check.aggregate, outcomes) === 'pass';
}

function asMet(check: CheckResult): CheckResult {
  return { ...check, outcome: 'pass', standing: 'met' };
}
