import type { EvidenceRef, Outcome, SentenceParams, Severity } from '@ippo/contracts';
import type { Sighted } from './evidence-view.ts';

/** What a check says of one unit. `no-unit` leaves the scope to the engine (checks.md 0.1-4). */
export type Verdict<Code extends string = string> = {
  outcome: Outcome | 'no-unit';
  code: Code;
  params: SentenceParams;
  evidence: readonly EvidenceRef[];
  severity?: Severity;
};

/** Where a verdict holds; a check on the account itself leaves it empty. */
export type Place = { region?: string; resource?: string; facet?: string };

/** A verdict on one unit. */
export type UnitVerdict<Code extends string = string> = Place & Verdict<Code>;

type AnyReading = Pick<Sighted<unknown>, 'refs'>;

function verdict<Outcomes extends Verdict['outcome'], Code extends string>(
  outcome: Outcomes,
  code: Code,
  params: SentenceParams,
  seen: readonly AnyReading[],
): Verdict<Code> {
  const refs = seen.flatMap((reading) => reading.refs);
  const distinct = new Map(refs.map((ref) => [JSON.stringify(ref), ref]));
  return { outcome, code, params, evidence: [...distinct.values()] };
}

/** The practice is met, shown by these readings. */
export function pass<Code extends string>(
  code: Code,
  params: SentenceParams,
  ...seen: AnyReading[]
): Verdict<Code> {
  return verdict('pass', code, params, seen);
}

/** The practice is not met, shown by these readings. */
export function fail<Code extends string>(
  code: Code,
  params: SentenceParams,
  ...seen: AnyReading[]
): Verdict<Code> {
  return verdict('fail', code, params, seen);
}

/** Read, but it cannot be told. */
export function unknown<Code extends string>(
  code: Code,
  params: SentenceParams,
  ...seen: AnyReading[]
): Verdict<Code> {
  return verdict('unknown', code, params, seen);
}

/** A person has to tell. */
export function manual<Code extends string>(
  code: Code,
  params: SentenceParams,
  ...seen: AnyReading[]
): Verdict<Code> {
  return verdict('manual', code, params, seen);
}

/** Read, and there is nothing to judge. */
export function notApplicable<Code extends string>(
  code: Code,
  params: SentenceParams,
  ...seen: AnyReading[]
): Verdict<Code> {
  return verdict('not-applicable', code, params, seen);
}

/** A needed answer is missing: says which action and why. */
export function unread(reading: Sighted<unknown>, ...seen: AnyReading[]): Verdict<'not-read'> {
  const params = reading.readable
    ? { action: reading.action, readingReason: 'malformed', region: reading.region }
    : { action: reading.action, readingReason: reading.reason, region: reading.region };
  return verdict('unknown', 'not-read', params, [reading, ...seen]);
}

/** The scope has no unit: the engine decides by what the check depends on. */
export function noUnit(...seen: AnyReading[]): Verdict<'nothing-to-judge'> {
  return verdict('no-unit', 'nothing-to-judge', {}, seen);
}
