import { aggregates, outcomes, type Outcome } from '@ippo/contracts';
import { describe, expect, test } from 'vitest';
import { aggregate } from './aggregate.ts';

/** Every multiset of so many outcomes, in every order that the list of outcomes gives. */
function multisets(size: number): Outcome[][] {
  if (size === 0) return [[]];
  return multisets(size - 1).flatMap((smaller) =>
    outcomes
      .filter((outcome) => outcomes.indexOf(outcome) >= outcomes.indexOf(smaller.at(-1) ?? 'pass'))
      .map((outcome) => [...smaller, outcome]),
  );
}
const upToFour = [0, 1, 2, 3, 4].flatMap(multisets);

/** The rule of checks.md 0.1-3, said with sentences instead of a table. */
function forAll(given: readonly Outcome[]): Outcome {
  if (given.some((outcome) => outcome === 'fail')) return 'fail';
  if (given.some((outcome) => outcome === 'unknown')) return 'unknown';
  if (given.some((outcome) => outcome === 'manual')) return 'manual';
  return given.some((outcome) => outcome === 'pass') ? 'pass' : 'not-applicable';
}

function exists(given: readonly Outcome[]): Outcome {
  if (given.some((outcome) => outcome === 'pass')) return 'pass';
  if (given.some((outcome) => outcome === 'unknown')) return 'unknown';
  if (given.some((outcome) => outcome === 'manual')) return 'manual';
  return given.some((outcome) => outcome === 'fail') ? 'fail' : 'not-applicable';
}

describe('the roll-up of findings', () => {
  test('there are 126 multisets of up to four outcomes', () => {
    expect(upToFour).toHaveLength(126);
  });

  test.each(upToFour.map((given) => [given.join(' + ') || 'nothing', given] as const))(
    '%s rolls up by the first outcome present, in any order',
    (_name, given) => {
      for (const order of [given, given.toReversed()]) {
        expect(aggregate('all', order)).toBe(forAll(given));
        expect(aggregate('exists', order)).toBe(exists(given));
      }
    },
  );

  test('nothing to judge is never a pass', () => {
    for (const rule of aggregates) expect(aggregate(rule, [])).toBe('not-applicable');
  });

  test('a for-all pass needs at least one pass', () => {
    expect(aggregate('all', ['not-applicable', 'not-applicable'])).toBe('not-applicable');
    expect(aggregate('all', ['not-applicable', 'pass'])).toBe('pass');
  });
});
