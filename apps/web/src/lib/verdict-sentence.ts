import type { CheckResult, Reason } from '@ippo/contracts';
import type { Sentences } from './sentence.ts';

/** Reasons that say only that the practice holds: the check's title says it better. */
const bare = new Set(['met', 'not-met']);

/** What is true of a check, in a sentence. */
export function verdictSentence(check: CheckResult, sentences: Sentences): string {
  const deciding = check.findings.filter(({ outcome }) => outcome === check.outcome);
  const [only] = deciding;
  return reasonSentence(
    check.id,
    deciding.length === 1 && only ? only.reason : check.reason,
    sentences,
  );
}

/** A reason as a sentence that can stand alone. */
export function reasonSentence(check: string, reason: Reason, sentences: Sentences): string {
  const own = sentences.check(check)?.reasons[reason.code];
  if (bare.has(reason.code) && own === undefined) return sentences.title(check);
  return sentences.reason(check, reason);
}
