import { outcomes, presences, type Presence } from '@ippo/contracts';
import { describe, expect, test } from 'vitest';
import { remember, transition, type FindingMemory } from './transition.ts';

/** Golden: before, after, what it is called, and why. */
const cells = [
  ['pass', 'pass', 'persisting', 'nothing moved'],
  ['pass', 'fail', 'new', 'it was fine, so the fault is new'],
  ['pass', 'unknown', 'became-unknown', 'we see less; not a fault and not fine'],
  ['pass', 'manual', 'changed', 'only a person can tell now; that is no fault'],
  ['pass', 'not-applicable', 'changed', 'nothing is left to judge; the practice did not fail'],
  ['pass', 'gone', 'gone', 'the unit is no longer there'],
  ['fail', 'pass', 'resolved', 'the only way to fix a fault: the same unit passes'],
  ['fail', 'fail', 'persisting', 'the fault stays'],
  ['fail', 'unknown', 'became-unknown', 'not seeing a fault does not fix it'],
  ['fail', 'manual', 'changed', 'a person has to tell; nobody has proven a fix'],
  ['fail', 'not-applicable', 'changed', 'switching the judged thing off does not fix it'],
  ['fail', 'gone', 'gone', 'deleted is not fixed'],
  ['unknown', 'pass', 'became-known', 'we see again, and it is fine; nothing says it was mended'],
  ['unknown', 'fail', 'new', 'seen for the first time as a fault'],
  ['unknown', 'unknown', 'persisting', 'still dark'],
  ['unknown', 'manual', 'became-known', 'we see that a person has to tell'],
  ['unknown', 'not-applicable', 'became-known', 'we see that there is nothing to judge'],
  ['unknown', 'gone', 'gone', 'the unit is no longer there, whatever it was'],
  ['manual', 'pass', 'changed', 'it was no fault before, so nothing was resolved'],
  ['manual', 'fail', 'new', 'the first time it is known as a fault'],
  ['manual', 'unknown', 'became-unknown', 'we see less'],
  ['manual', 'manual', 'persisting', 'nothing moved'],
  ['manual', 'not-applicable', 'changed', 'the question fell away'],
  ['manual', 'gone', 'gone', 'the unit is no longer there'],
  ['not-applicable', 'pass', 'changed', 'now there is something to judge, and it is fine'],
  ['not-applicable', 'fail', 'new', 'now there is something to judge, and it fails'],
  ['not-applicable', 'unknown', 'became-unknown', 'whether it applies can no longer be seen'],
  ['not-applicable', 'manual', 'changed', 'now a person has to tell'],
  ['not-applicable', 'not-applicable', 'persisting', 'nothing moved'],
  ['not-applicable', 'gone', 'gone', 'the scope is no longer there'],
  ['gone', 'pass', 'appeared', 'a unit seen for the first time, and fine'],
  ['gone', 'fail', 'new', 'a unit seen for the first time, failing'],
  ['gone', 'unknown', 'appeared', 'a unit is there, but nothing was known that could be lost'],
  ['gone', 'manual', 'appeared', 'a question asked for the first time'],
  ['gone', 'not-applicable', 'appeared', 'a scope seen for the first time'],
  ['gone', 'gone', 'persisting', 'it stays away'],
] as const;

const failedOnce: FindingMemory = { known: null, failedBefore: true };

describe('the table of transitions', () => {
  test.each(cells)('%s → %s is %s: %s', (before, after, expected) => {
    expect(transition(before, after)).toBe(expected);
  });

  test('covers every pair once', () => {
    const pairs = new Set(cells.map(([before, after]) => `${before} ${after}`));

    expect(pairs.size).toBe(presences.length ** 2);
    expect(cells).toHaveLength(36);
  });
});

describe('what came before the last two scans', () => {
  test('turns a new fault into one that failed again, and nothing else', () => {
    for (const [before, after, expected] of cells)
      expect(transition(before, after, failedOnce)).toBe(
        expected === 'new' ? 'reopened' : expected,
      );
  });

  test('is looked at through the dark: a fault seen again is not new, a fix in the dark is one', () => {
    const dark = (known: 'fail' | 'pass') => ({ known, failedBefore: known === 'fail' });

    expect(transition('unknown', 'fail', dark('fail'))).toBe('became-known');
    expect(transition('unknown', 'pass', dark('fail'))).toBe('resolved');
    expect(transition('unknown', 'pass', dark('pass'))).toBe('became-known');
    expect(transition('unknown', 'fail', dark('pass'))).toBe('new');
    expect(transition('unknown', 'unknown', dark('fail'))).toBe('persisting');
    expect(transition('unknown', 'gone', dark('fail'))).toBe('gone');
  });

  test('a fix needs a pass: no way through the dark or through absence resolves without one', () => {
    for (const before of presences)
      for (const after of presences.filter((one) => one !== 'pass'))
        for (const known of [null, ...outcomes])
          expect(transition(before, after, { known, failedBefore: true })).not.toBe('resolved');
  });

  test('is kept through any number of dark scans, and across absence', () => {
    const path: Presence[] = ['gone', 'fail', 'unknown', 'unknown', 'gone', 'fail'];
    let memory: FindingMemory = { known: null, failedBefore: false };
    const said = path.slice(1).map((after, at) => {
      const before = path[at] ?? 'gone';
      const change = transition(before, after, memory);
      memory = remember(before, after, memory);
      return change;
    });

    expect(said).toEqual(['new', 'became-unknown', 'persisting', 'gone', 'reopened']);
  });
});
