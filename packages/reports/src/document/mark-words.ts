import { blockedWords, outcomeWords, severities } from '@ippo/contracts';
import type { CheckResult, Finding, Localised, Severity } from '@ippo/contracts';
import { isBlocked } from '../assessment/completeness.ts';
import type { Mark } from './document.ts';

/** The words of a mark where a sentence follows, which names the check that a blocked one needs. */
export function markWord(mark: Mark): Localised {
  if (mark === 'blocked') return { en: 'Not met', ja: '未達' };
  return outcomeWords[mark];
}

/** Every mark, in the order in which somebody must act. */
export const marksByNeed: readonly Mark[] = [
  ...(['fail', 'blocked', 'unknown', 'manual', 'pass', 'not-applicable'] as const),
];

/** The words of a mark that stands alone: in a cell, a sum, a list to choose from. */
export function lonelyMarkWord(mark: Mark): Localised {
  return mark === 'blocked' ? blockedWords : outcomeWords[mark];
}

/** How bad, worst first. */
export function worstFirst(one: Severity, other: Severity): number {
  return severities.indexOf(one) - severities.indexOf(other);
}

/** Its outcome, or that its prerequisite is not met. */
export function markOf(finding: Finding): Mark {
  return isBlocked(finding) ? 'blocked' : finding.outcome;
}

/** A check's roll-up, or that all of it waits for a check that is not met. */
export function markOfCheck({ outcome, blocked }: CheckResult): Mark {
  return outcome === 'not-applicable' && blocked ? 'blocked' : outcome;
}

/** The id of the check that a blocked finding waits for; null where none blocks it. */
export function blockerOf(finding: Finding): string | null {
  const { check } = finding.reason.params;
  return isBlocked(finding) && typeof check === 'string' ? check : null;
}
