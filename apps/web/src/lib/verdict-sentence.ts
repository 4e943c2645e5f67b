import type { CheckResult } from '@ippo/contracts';
import type { Sentences } from './sentence.ts';

/** Roll-up reasons that say only that the practice holds: the check's title says it better. */
const bare = new Set(['met', 'not-met']);

/** What is true of a check, in a sentence. */
export function verdictSentence(check: CheckResult, sentences: Sentences): string {
  const deciding = check.findings.filter(({ outcome }) => outcome === check.outcome);
  const [only] = deciding;
  const reason = deciding.length === 1 && only ? only.reason : check.reason;
  const own = sentences.check(check.id)?.reasons[reason.code];
  if (bare.has(reason.code) && own === undefined) return sentences.title(check.id);
  return sentences.reason(check.id, reason);
}
