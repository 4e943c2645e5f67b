import type { Assessment, EvidenceRef } from '@ippo/contracts';

/** Every answer that a claim of the report rests on, once, with the number that the claims name. */
export type NumberedCalls = {
  /** In order of their numbers, from 1. */
  all: readonly EvidenceRef[];
  /** The numbers of some answers, ascending, each once. */
  numbersOf(refs: readonly EvidenceRef[]): number[];
};

/** Numbers the answers by operation, Region and time, so that a check's stand together. */
export function numberCalls(assessment: Assessment): NumberedCalls {
  const found = new Map<string, EvidenceRef>();
  const keys = new WeakMap<EvidenceRef, string>();
  function keyOf(ref: EvidenceRef): string {
    const known = keys.get(ref);
    if (known !== undefined) return known;
    const { operation, region, at, requestId, digest } = ref;
    const key = [operation, region, at, requestId ?? '', digest ?? ''].join('\u0000');
    keys.set(ref, key);
    return key;
  }
  for (const { findings } of assessment.checks)
    for (const { evidence } of findings) for (const ref of evidence) found.set(keyOf(ref), ref);
  for (const { calls } of assessment.populations)
    for (const ref of calls) found.set(keyOf(ref), ref);
  const sorted = [...found.entries()].sort(([one], [other]) => (one < other ? -1 : 1));
  const numbers = new Map(sorted.map(([key], index) => [key, index + 1]));
  return {
    all: sorted.map(([, ref]) => ref),
    numbersOf: (refs) =>
      [...new Set(refs.map((ref) => numbers.get(keyOf(ref)) ?? 0))].sort(
        (one, other) => one - other,
      ),
  };
}

/** `E1–E3, E7`: numbers that follow each other as a range. */
export function callRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges
    .map(([from, to]) =>
      from === to ? `E${from}` : to === from + 1 ? `E${from}, E${to}` : `E${from}–E${to}`,
    )
    .join(', ');
}
