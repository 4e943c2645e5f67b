import { outcomeWords, severities } from '@ippo/contracts';
import type { Finding, Localised, Severity } from '@ippo/contracts';
import { isBlocked } from '../assessment/completeness.ts';
import type { Mark } from './document.ts';

/** The words of a mark. */
export function markWord(mark: Mark): Localised {
  if (mark === 'blocked') return { en: 'Not met', ja: '未達' };
  return outcomeWords[mark];
}

/** How bad, worst first. */
export function worstFirst(one: Severity, other: Severity): number {
  return severities.indexOf(one) - severities.indexOf(other);
}

/** Its outcome, or that its prerequisite is not met. */
export function markOf(finding: Finding): Mark {
  return isBlocked(finding) ? 'blocked' : finding.outcome;
}
