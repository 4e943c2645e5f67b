import type { CheckResult } from '@ippo/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { madeCheck, madeFinding, madeResult } from '../testing/made-results.ts';
import { scoreWithAccepted } from './accepted-risks.ts';
import { checkResult } from './roll-up.ts';
import { score } from './score.ts';

function all(): boolean {
  return true;
}

describe('the score with accepted risks', () => {
  test('counts a check as met when every one of its fails is accepted', () => {
    const results = [
      madeResult('a', 'critical', 'fail', 'pass', 'fail'),
      madeResult('b', 'high', 'pass'),
    ];

    expect(score(results).value).toBe(21);
    expect(scoreWithAccepted(results, all)).toMatchObject({ value: 100, factor: 1, because: [] });
  });

  test('asks for its fails only, not for what passes beside them', () => {
    const results = [madeResult('a', 'high', 'fail', 'pass'), madeResult('b', 'high', 'pass')];

    expect(scoreWithAccepted(results, (_, { outcome }) => outcome === 'fail').value).toBe(100);
  });

  test('leaves a check alone while one of its fails is not accepted', () => {
    const results = [madeResult('a', 'high', 'fail', 'fail'), madeResult('b', 'high', 'pass')];
    const [first] = results[0]?.findings ?? [];

    expect(scoreWithAccepted(results, (_, finding) => finding === first)).toEqual(score(results));
  });

  test.each([
    ['unknown', ['fail', 'unknown'] as const],
    ['blocked', ['fail', 'blocked'] as const],
    ['waiting for a person', ['fail', 'manual'] as const],
  ])('never makes up for what is %s beside an accepted fail', (_, outcomes) => {
    const results = [madeResult('a', 'critical', ...outcomes), madeResult('b', 'low', 'pass')];

    expect(scoreWithAccepted(results, all)).toEqual(score(results));
  });

  test('of a check that one good place satisfies needs every bad one accepted', () => {
    const some = checkResult(madeCheck('a', { aggregate: 'exists', severity: 'high' }), [
      madeFinding('fail', 'not-met', { region: 'eu-west-1' }),
      madeFinding('fail', 'not-met', { region: 'us-east-1' }),
    ]);

    expect(scoreWithAccepted([some], (_, { region }) => region === 'eu-west-1').value).toBe(0);
    expect(scoreWithAccepted([some], all).value).toBe(100);
  });

  const arbitraryResult = fc
    .tuple(
      fc.constantFrom('critical', 'high', 'medium', 'low'),
      fc.array(fc.constantFrom('pass', 'fail', 'unknown', 'manual', 'not-applicable', 'blocked'), {
        minLength: 1,
        maxLength: 5,
      }),
      fc.constantFrom('all', 'exists'),
    )
    .map(([severity, outcomes, aggregate]): CheckResult =>
      checkResult(
        madeCheck('made', { severity, aggregate }),
        madeResult('made', severity, ...outcomes).findings,
      ),
    );

  test('never changes the report, is never lower, never reaches past "up to with every fail met"', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryResult, { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.boolean()),
        (results, chance) => {
          const before = structuredClone(results);
          const first = score(results);

          const second = scoreWithAccepted(results, () => chance.next().value === true);

          expect(results).toEqual(before);
          expect(score(results)).toEqual(first);
          expect(second.from).toBeGreaterThanOrEqual(first.from);
          expect(second.upTo).toBeGreaterThanOrEqual(first.upTo);
          // Nothing unknown was accepted: as much as before could be read.
          expect(second.readShare).toBe(first.readShare);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('with nothing accepted is the score, and with everything never more than with every fail passed', () => {
    fc.assert(
      fc.property(fc.array(arbitraryResult, { minLength: 1, maxLength: 8 }), (results) => {
        const first = score(results);

        expect(scoreWithAccepted(results, () => false)).toEqual(first);
        const stillOpen = results.some(
          ({ standing, outcome, blocked }) =>
            standing === 'not-met' && (outcome === 'unknown' || blocked),
        );
        if (stillOpen) expect(scoreWithAccepted(results, all).from).toBeLessThan(100);
      }),
      { numRuns: 500 },
    );
  });
});
