import type { Attestation } from '@ippo/contracts';
import { describe, expect, test } from 'vitest';
import { ACCOUNT } from '../testing/evidence.ts';
import { answerAsOf } from './answers.ts';

const TIME = '2026-11-16T00:03:00Z';

function said(answer: 'yes' | 'no', changes: Partial<Attestation> = {}): Attestation {
  return {
    account: ACCOUNT,
    check: 'org-env-separation',
    question: 'environments',
    answer,
    by: 'sato',
    at: '2026-11-01T00:00:00Z',
    until: '2027-11-01T00:00:00Z',
    ...changes,
  };
}

function stateOf(...given: Attestation[]) {
  return answerAsOf(TIME, given, 'org-env-separation', 'environments').state;
}

describe('the answer that counts', () => {
  test('without any it is unanswered', () => {
    expect(stateOf()).toBe('unanswered');
  });

  test('the same question of another check is another question', () => {
    expect(stateOf(said('yes', { check: 'cfg-all-types' }))).toBe('unanswered');
  });

  test('another question of the same check is another question', () => {
    expect(stateOf(said('yes', { question: 'billing' }))).toBe('unanswered');
  });

  test('one given at the very time counts, one second later does not', () => {
    expect(stateOf(said('yes', { at: TIME }))).toBe('yes');
    expect(stateOf(said('yes', { at: '2026-11-16T00:03:01Z' }))).toBe('unanswered');
  });

  test('it holds to its last second, and not one longer', () => {
    expect(stateOf(said('yes', { until: TIME }))).toBe('yes');
    expect(stateOf(said('yes', { until: '2026-11-16T00:02:59Z' }))).toBe('expired');
  });

  test('times in another zone are compared as instants, not as texts', () => {
    expect(stateOf(said('yes', { at: '2026-11-16T09:00:00+09:00' }))).toBe('yes');
    expect(stateOf(said('yes', { until: '2026-11-16T09:00:00+09:00' }))).toBe('expired');
  });

  test('the newest wins, in whatever order they come', () => {
    const older = said('no');
    const newer = said('yes', { at: '2026-11-02T00:00:00Z' });

    expect(stateOf(older, newer)).toBe('yes');
    expect(stateOf(newer, older)).toBe('yes');
  });

  test('of two at one instant the no wins, even one that holds longer', () => {
    const yes = said('yes', { until: '2026-12-01T00:00:00Z' });
    const no = said('no');

    expect(stateOf(yes, no)).toBe('no');
    expect(stateOf(no, yes)).toBe('no');
  });

  test('of two that say the same at one instant the one that ends first wins', () => {
    const long = said('yes');
    const ended = said('yes', { until: '2026-11-15T00:00:00Z' });

    expect(stateOf(long, ended)).toBe('expired');
    expect(stateOf(ended, long)).toBe('expired');
  });

  test('an expired answer is handed over with who gave it', () => {
    const given = said('no', { until: '2026-11-15T00:00:00Z' });

    expect(answerAsOf(TIME, [given], 'org-env-separation', 'environments')).toEqual({
      state: 'expired',
      attestation: given,
    });
  });
});
