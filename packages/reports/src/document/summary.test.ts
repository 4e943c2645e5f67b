import type { Assessment, Language } from '@ippo/contracts';
import { describe, expect, it } from 'vitest';
import {
  contextIn,
  demoAssessment,
  emptyAssessment,
  unreadableAssessment,
} from '../testing/assessments.ts';
import { checksSheet } from '../sheets/checks.ts';
import { summaryOf } from './summary.ts';
import { writingOf } from './writing.ts';

describe('a check of which everything is blocked', () => {
  it.each([
    [
      'en',
      'Not applicable 0',
      'Not met: needs another check 1',
      '1 more is not met, as a check that it needs is not met; critical or high among them: “No serious GuardDuty finding is open”.',
    ],
    [
      'ja',
      '該当なし 0',
      '未達（ほかのチェックが前提） 1',
      'ほかに 1 件は、前提のチェックが満たされていないため未達です。うち重大・高：「未対応の重大な GuardDuty 検出結果がない」。',
    ],
  ] as const)('is not met, and counted so, in %s', (language, others, counted, told) => {
    const { sum, sentences } = summaryOf(
      writingOf(withBlocked('gd-findings'), contextIn(language)),
    );

    expect(sum.parts.map(({ text }) => text)).toEqual(expect.arrayContaining([others, counted]));
    expect(sentences.join('\n')).toContain(told);
  });

  it('is not met in the sheet of checks, too', () => {
    const writing = writingOf(withBlocked('gd-findings'), contextIn('en'));
    const { columns, rows } = checksSheet(writing);

    const at = columns.findIndex(({ heading }) => heading === 'Outcome');
    const outcome = [...rows()].find(([id]) => id === 'gd-findings')?.[at];
    expect(outcome).toBe('Not met: needs another check');
  });
});

describe('the worst of a report', () => {
  it.each([
    ['of an account that could not be read', unreadableAssessment],
    ['of nothing', emptyAssessment],
  ])('%s is unknown, not fine', (_, assessment) => {
    const told = (language: Language) =>
      summaryOf(writingOf(assessment(), contextIn(language))).worstNote;

    expect(told('en')).toMatch(/^No check could be judged, so nothing is known of /);
    expect(told('ja')).toContain('分かりません');
  });
});

describe('the note beside the score', () => {
  it.each([
    [
      'en',
      '57 × ½, as ct-enabled is not met\nup to 30, if all that is unknown were met',
      'up to 71, if all that is unknown were met',
    ],
    [
      'ja',
      '57 × ½（ct-enabled が未達のため）\n不明がすべて達成なら最大 30',
      '不明がすべて達成なら最大 71',
    ],
  ] as const)('says in words how it was worked out, in %s', (language, halved, whole) => {
    const score = { ...demoAssessment().score, value: 28, before: 57, because: ['ct-enabled'] };

    expect(noteOf({ ...score, factor: 0.5, upTo: 30 }, language)).toBe(halved);
    expect(noteOf({ ...score, factor: 1, because: [], upTo: 71 }, language)).toBe(whole);
    expect(noteOf({ ...score, factor: 1, because: [], upTo: 28 }, language)).toBe('');
  });
});

function withBlocked(id: string): Assessment {
  const demo = demoAssessment();
  const checks = demo.checks.map((check) =>
    check.id === id
      ? { ...check, outcome: 'not-applicable' as const, blocked: true, findings: [] }
      : check,
  );
  return { ...demo, checks };
}

function noteOf(score: ReturnType<typeof demoAssessment>['score'], language: 'en' | 'ja') {
  const writing = writingOf({ ...demoAssessment(), score }, contextIn(language));
  return summaryOf(writing).figures[1]?.note;
}
