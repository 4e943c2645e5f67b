import { describe, expect, test } from 'vitest';
import { madeCheck, madeFinding, madeResult } from '../testing/made-results.ts';
import { checkResult } from './roll-up.ts';
import { score, scoreModel, weightOf } from './score.ts';

describe('the proven score', () => {
  test('weights follow the base severity', () => {
    expect(['critical', 'high', 'medium', 'low'].map((one) => weightOf(one as 'low'))).toEqual([
      10, 7.5, 5, 2.5,
    ]);
  });

  test('everything met is 100', () => {
    const results = [madeResult('a', 'critical', 'pass'), madeResult('b', 'low', 'pass', 'pass')];

    expect(score(results)).toMatchObject({
      value: 100,
      before: 100,
      upTo: 100,
      factor: 1,
      because: [],
    });
  });

  test('a fail takes its weight: 10 of 17.5 is floor(57.14) = 57', () => {
    const results = [madeResult('a', 'critical', 'pass'), madeResult('b', 'high', 'fail')];

    expect(score(results)).toMatchObject({ value: 57, before: 57, from: 57, upTo: 57, factor: 1 });
  });

  test('a critical check that is not met halves: "40 = 81 × ½, because root-mfa is not met"', () => {
    // Met 10 + 4 × 7.5 + 5 = 45, not met 10: 45 / 55 = 81.8, shown as 81. Proven: floor(81.8 / 2) = floor(40.9) = 40.
    const results = [
      madeResult('root-mfa', 'critical', 'fail'),
      madeResult('ct-enabled', 'critical', 'pass'),
      ...['b', 'c', 'd', 'e'].map((id) => madeResult(id, 'high', 'pass')),
      madeResult('f', 'medium', 'pass'),
    ];

    expect(score(results)).toMatchObject({
      value: 40,
      before: 81,
      factor: 0.5,
      because: ['root-mfa'],
    });
  });

  test('the division is floored once: an odd percentage is not floored before it is halved', () => {
    // Met 7.5 of 17.5 = 42.857 %; halved 21.43 → 21. Flooring first would give floor(42 / 2) = 21 too, so
    // also: met 22.5 of 32.5 = 69.23 %; halved 34.6 → 34, and 100 × 30 / 40 = 75; halved 37.5 → 37.
    const parts = (count: number) => [
      madeResult('x', 'critical', 'fail'),
      ...Array.from({ length: count }, (_, at) => madeResult(`h${at}`, 'high', 'pass')),
    ];

    expect(score(parts(1)).value).toBe(21);
    expect(score(parts(3)).value).toBe(34);
    expect(score(parts(4)).value).toBe(37);
  });

  test('at exactly 80 % read there is a figure, below there is none', () => {
    // 40 of 50 read: 4 critical read, 1 unread. 0.8 exactly.
    const read = ['a', 'b', 'c', 'd'].map((id) => madeResult(id, 'critical', 'pass'));
    const unread = madeResult('e', 'critical', 'unknown');

    const at = score([...read, unread]);
    // 40 of 52.5 read: 76.2 %.
    const below = score([...read, unread, madeResult('f', 'low', 'unknown')]);

    // 40 / 50 = 80 %, halved because a critical check is unknown: 40. Up to: all met, 100.
    expect(at).toMatchObject({ value: 40, before: 80, from: 40, upTo: 100, readShare: 0.8 });
    // 40 / 52.5 = 76.19 %, halved: floor(38.09) = 38. No figure, but the range is known.
    expect(below).toMatchObject({ value: null, before: null, from: 38, upTo: 100 });
    expect(below.readShare).toBeCloseTo(40 / 52.5, 12);
  });

  test('"up to" lifts what is unknown and not what is blocked', () => {
    // Met 10; unknown 7.5; blocked 7.5; fail 5: from 10 / 30 = 33, up to 17.5 / 30 = 58.
    const results = [
      madeResult('a', 'critical', 'pass'),
      madeResult('b', 'high', 'unknown'),
      madeResult('c', 'high', 'blocked'),
      madeResult('d', 'medium', 'fail'),
    ];

    expect(score(results)).toMatchObject({ value: null, from: 33, upTo: 58 });
  });

  test('"up to" lifts the factor where the only critical check that is not met is unknown', () => {
    // From: 7.5 / 17.5 = 42.86, halved 21. Up to: 17.5 / 17.5 = 100, no longer halved.
    const results = [madeResult('a', 'critical', 'unknown'), madeResult('b', 'high', 'pass')];

    expect(score(results)).toMatchObject({ from: 21, upTo: 100, because: ['a'], factor: 0.5 });
  });

  test('one blocked unit makes a check not met, whatever the roll-up', () => {
    const passing = madeResult('a', 'high', 'pass', 'blocked');

    expect(passing).toMatchObject({ outcome: 'pass', blocked: true, standing: 'not-met' });
    expect(madeResult('b', 'high', 'blocked')).toMatchObject({
      outcome: 'not-applicable',
      standing: 'not-met',
    });
    expect(madeResult('c', 'low', 'manual', 'blocked').standing).toBe('not-met');
  });

  test('manual and structurally not applicable leave the sum', () => {
    const results = [
      madeResult('a', 'high', 'pass'),
      madeResult('b', 'critical', 'manual'),
      madeResult('c', 'critical', 'not-applicable'),
    ];

    expect(score(results)).toMatchObject({ value: 100, factor: 1, because: [] });
  });

  test('an incident weighs nothing and halves nothing', () => {
    const incident = checkResult(madeCheck('gd-findings', { severity: 'critical', weight: 0 }), [
      madeFinding('fail'),
    ]);

    expect(score([madeResult('a', 'high', 'pass'), incident])).toMatchObject({
      value: 100,
      factor: 1,
      because: [],
    });
  });

  test('nothing to score is no figure, and never 100', () => {
    expect(score([])).toMatchObject({ value: null, from: 0, upTo: 0, readShare: 0 });
  });

  test('the rules have a name, so that figures made by others are not compared', () => {
    expect(scoreModel).toBe('proven-1');
  });
});
