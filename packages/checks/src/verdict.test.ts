import type { EvidenceRef } from '@ippo/contracts';
import { describe, expect, test } from 'vitest';
import type { Sighted } from './evidence-view.ts';
import { NOW } from './testing/evidence.ts';
import { fail, manual, notApplicable, noUnit, pass, unknown, unread } from './verdict.ts';

function ref(requestId: string): EvidenceRef {
  return { operation: 'iam:GetAccountSummary', region: 'global', at: NOW, requestId, digest: null };
}

const place = { at: NOW, region: 'eu-west-1', action: 'iam:GetAccountSummary' };
const refused: Sighted<null> = {
  ...place,
  readable: false,
  reason: 'denied',
  refs: [ref('1')],
};

describe('a verdict', () => {
  test.each([
    ['pass', pass],
    ['fail', fail],
    ['unknown', unknown],
    ['manual', manual],
    ['not-applicable', notApplicable],
  ] as const)('%s carries its code, its parameters and what it rests on', (outcome, say) => {
    expect(say('code', { user: 'sato' }, { refs: [ref('1')] }, { refs: [ref('2')] })).toEqual({
      outcome,
      code: 'code',
      params: { user: 'sato' },
      evidence: [ref('1'), ref('2')],
    });
  });

  test('names one call once, however many readings came from it', () => {
    const { evidence } = pass('code', {}, { refs: [ref('1'), ref('2')] }, { refs: [ref('1')] });

    expect(evidence).toEqual([ref('1'), ref('2')]);
  });

  test('on a refused reading is unknown, and says which action, where and why', () => {
    expect(unread(refused, { refs: [ref('2')] })).toEqual({
      outcome: 'unknown',
      code: 'not-read',
      params: { action: 'iam:GetAccountSummary', readingReason: 'denied', region: 'eu-west-1' },
      evidence: [ref('1'), ref('2')],
    });
  });

  test('on an answer that lacks what decides is unknown, as malformed', () => {
    const lacking: Sighted<null> = { ...place, readable: true, value: null, refs: [] };

    expect(unread(lacking)).toEqual({
      outcome: 'unknown',
      code: 'not-read',
      params: { action: 'iam:GetAccountSummary', readingReason: 'malformed', region: 'eu-west-1' },
      evidence: [],
    });
  });

  test('on a scope without a unit leaves it to the engine', () => {
    expect(noUnit(refused)).toEqual({
      outcome: 'no-unit',
      code: 'nothing-to-judge',
      params: {},
      evidence: [ref('1')],
    });
  });
});
