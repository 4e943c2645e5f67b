import type { Attestation } from '@ippo/contracts';
import type { Answer } from '../define-check.ts';

/** The newest answer to a question of a check, as of a time (UTC); of two at one instant, the no. */
export function answerAsOf(
  time: string,
  attestations: readonly Attestation[],
  check: string,
  question: string,
): Answer {
  const given = attestations
    .filter((item) => item.check === check && item.question === question)
    .filter((item) => Date.parse(item.at) <= Date.parse(time))
    .sort(newestFirst)[0];
  if (!given) return { state: 'unanswered' };
  const expired = Date.parse(given.until) < Date.parse(time);
  return { state: expired ? 'expired' : given.answer, attestation: given };
}

function newestFirst(a: Attestation, b: Attestation): number {
  const noFirst = Number(b.answer === 'no') - Number(a.answer === 'no');
  return (
    Date.parse(b.at) - Date.parse(a.at) || noFirst || Date.parse(a.until) - Date.parse(b.until)
  );
}
