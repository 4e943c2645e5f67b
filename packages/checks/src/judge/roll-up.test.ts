import type { SentenceParams } from '@ippo/contracts';
import { describe, expect, test } from 'vitest';
import { madeCheck, madeFinding } from '../testing/made-results.ts';
import { checkResult } from './roll-up.ts';

const check = madeCheck('made', { dependsOn: ['before'] });

function failed(code: string, params: SentenceParams) {
  return { ...madeFinding('fail'), reason: { code, params } };
}

describe('the roll-up of a check', () => {
  test('names what the check depends on', () => {
    expect(checkResult(check, []).dependsOn).toEqual(['before']);
  });

  test('of no finding at all it is not applicable, with nothing to judge and nothing agreed on', () => {
    expect(checkResult(check, [])).toMatchObject({
      outcome: 'not-applicable',
      standing: 'out',
      blocked: false,
    });
    expect(checkResult(check, []).reason).toEqual({
      code: 'nothing-to-judge',
      params: { count: 0, of: 0 },
    });
  });

  test.each([
    ['pass', 'met'],
    ['fail', 'not-met'],
    ['unknown', 'not-met'],
    ['manual', 'out'],
    ['not-applicable', 'out'],
  ] as const)('%s stands as %s in the score', (outcome, standing) => {
    expect(checkResult(check, [madeFinding(outcome)]).standing).toBe(standing);
  });

  test('the blocked speak for what is not applicable, however few they are', () => {
    const findings = [
      madeFinding('not-applicable', 'region-not-enabled'),
      madeFinding('not-applicable', 'region-not-enabled'),
      madeFinding('not-applicable', 'blocked-by'),
    ];

    expect(checkResult(check, findings)).toMatchObject({
      reason: { code: 'blocked-by', params: { count: 3, of: 3 } },
      standing: 'not-met',
      blocked: true,
    });
  });
});

describe('the reason of a roll-up', () => {
  test('is the one that most of the deciding findings give', () => {
    const findings = [failed('a', {}), failed('b', {}), failed('b', {}), madeFinding('pass', 'c')];

    expect(checkResult(check, findings).reason).toEqual({
      code: 'b',
      params: { count: 3, of: 4 },
    });
  });

  test.each([
    ['a', 'b', 'c'],
    ['c', 'b', 'a'],
    ['b', 'a', 'c'],
  ])('of as many the alphabet’s first, in the order %s, %s, %s too', (...codes) => {
    const findings = codes.map((code) => failed(code, {}));

    expect(checkResult(check, findings).reason.code).toBe('a');
  });

  test('is partly-read where some are unknown and some pass, not where none passes', () => {
    const unknown = madeFinding('unknown', 'not-read');

    expect(checkResult(check, [unknown, madeFinding('pass')]).reason).toEqual({
      code: 'partly-read',
      params: { count: 1, of: 2 },
    });
    expect(checkResult(check, [unknown, madeFinding('manual')]).reason.code).toBe('not-read');
    expect(checkResult(check, [madeFinding('fail', 'x'), madeFinding('pass')]).reason.code).toBe(
      'x',
    );
  });

  test('only what is not applicable can be blocked', () => {
    expect(checkResult(check, [madeFinding('pass', 'blocked-by')]).blocked).toBe(false);
  });

  test('carries what its findings agree on, and a sorted list of texts where they do not', () => {
    const findings = [
      failed('x', { user: 'sato', days: 9, zone: 'b' }),
      failed('x', { user: 'sato', days: 10, zone: 'c' }),
      failed('x', { user: 'sato', days: 9, zone: 'a' }),
    ];

    const { params } = checkResult(check, findings).reason;

    expect(params).toEqual({
      user: 'sato',
      days: ['10', '9'],
      zone: ['a', 'b', 'c'],
      count: 3,
      of: 3,
    });
  });

  test('carries what only some of its findings tell', () => {
    const findings = [failed('x', { user: 'sato' }), failed('x', {})];

    expect(checkResult(check, findings).reason.params).toEqual({ user: 'sato', count: 2, of: 2 });
  });

  test('lists its parameters by name, whatever order its findings give them in', () => {
    const { params } = checkResult(check, [failed('x', { z: 1, a: 1 })]).reason;

    expect(Object.keys(params)).toEqual(['a', 'z', 'count', 'of']);
  });

  test('is silent about findings that did not decide', () => {
    const findings = [
      failed('x', { user: 'sato' }),
      { ...madeFinding('pass'), reason: { code: 'x', params: { user: 'kato' } } },
    ];

    expect(checkResult(check, findings).reason.params).toEqual({ user: 'sato', count: 1, of: 2 });
  });
});
