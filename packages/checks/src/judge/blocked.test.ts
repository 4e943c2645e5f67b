import { outcomes, type EvidenceRef, type Outcome } from '@ippo/contracts';
import { describe, expect, test } from 'vitest';
import { NOW } from '../testing/evidence.ts';
import { madeCheck, madeFinding } from '../testing/made-results.ts';
import { noUnit } from '../verdict.ts';
import { prerequisiteVerdict } from './blocked.ts';
import { checkResult } from './roll-up.ts';

const dependent = madeCheck('dependent', { dependsOn: ['first'] });

/** What a scope without a unit becomes when the prerequisite's findings are these. */
function settled(findings: readonly [outcome: Outcome, region?: string][], region?: string) {
  const made = findings.map(([outcome, place]) =>
    madeFinding(outcome, 'met', place === undefined ? {} : { region: place }),
  );
  const results = new Map([['first', checkResult(madeCheck('first'), made)]]);
  const given = { ...noUnit(), ...(region === undefined ? {} : { region }) };
  const { outcome, code } = prerequisiteVerdict(dependent, given, results);
  return outcome === 'not-applicable' ? code : outcome;
}

describe('a scope without a unit is settled by the prerequisite there', () => {
  test.each([
    [['fail'], 'blocked-by'],
    [['unknown'], 'unknown'],
    [['pass'], 'nothing-to-judge'],
    [['manual'], 'nothing-to-judge'],
    [['not-applicable'], 'nothing-to-judge'],
    [['fail', 'fail'], 'blocked-by'],
    [['fail', 'not-applicable'], 'blocked-by'],
    [['fail', 'pass'], 'nothing-to-judge'],
    [['fail', 'unknown'], 'unknown'],
    [['fail', 'pass', 'unknown'], 'unknown'],
    [['pass', 'unknown'], 'unknown'],
    [['not-applicable', 'unknown'], 'unknown'],
    [['pass', 'not-applicable'], 'nothing-to-judge'],
    [['fail', 'manual'], 'nothing-to-judge'],
  ] satisfies [Outcome[], string][])(
    'a prerequisite that is %j leaves it %s',
    (found, expected) => {
      expect(settled(found.map((outcome) => [outcome]))).toBe(expected);
    },
  );

  test('where both judge regions only the same region counts', () => {
    const findings: [Outcome, string][] = [
      ['fail', 'eu-west-1'],
      ['pass', 'us-east-1'],
      ['unknown', 'ap-northeast-1'],
    ];

    expect(settled(findings, 'eu-west-1')).toBe('blocked-by');
    expect(settled(findings, 'us-east-1')).toBe('nothing-to-judge');
    expect(settled(findings, 'ap-northeast-1')).toBe('unknown');
  });

  test('a prerequisite of the account counts for every region', () => {
    for (const outcome of outcomes)
      expect(settled([[outcome]], 'eu-west-1')).toBe(settled([[outcome]]));
  });

  test('a prerequisite without any finding leaves nothing to judge', () => {
    expect(settled([])).toBe('nothing-to-judge');
  });

  test('a prerequisite that was not judged decides nothing', () => {
    expect(prerequisiteVerdict(dependent, noUnit(), new Map())).toMatchObject({
      outcome: 'not-applicable',
      code: 'nothing-to-judge',
    });
  });

  test('where a prerequisite has findings of regions, the account’s own scope asks all of them', () => {
    expect(settled([['fail', 'eu-west-1'], ['pass']])).toBe('nothing-to-judge');
    expect(settled([['pass', 'eu-west-1'], ['fail']])).toBe('nothing-to-judge');
  });

  test.each([
    ['fail', ['own', 'first']],
    ['unknown', ['own', 'first']],
    ['pass', ['own']],
  ] as const)(
    'rests on its own evidence and, where the prerequisite decides by a %s, on that one’s',
    (outcome, expected) => {
      const of = (operation: string): EvidenceRef => ({
        operation,
        region: 'global',
        at: NOW,
        requestId: operation,
        digest: null,
      });
      const first = [madeFinding(outcome, 'met', { evidence: [of('first')] })];
      const results = new Map([['first', checkResult(madeCheck('first'), first)]]);

      const verdict = prerequisiteVerdict(dependent, noUnit({ refs: [of('own')] }), results);

      expect(verdict.evidence.map(({ operation }) => operation)).toEqual(expected);
    },
  );

  test('the reason names the prerequisite', () => {
    const failed = new Map([['first', checkResult(madeCheck('first'), [madeFinding('fail')])]]);

    expect(prerequisiteVerdict(dependent, noUnit(), failed).params).toEqual({ check: 'first' });
  });
});
