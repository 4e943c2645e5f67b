import { describe, expect, it } from 'vitest';
import { contextIn, demoAssessment } from '../testing/assessments.ts';
import { summaryOf } from './summary.ts';
import { writingOf } from './writing.ts';

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

function noteOf(score: ReturnType<typeof demoAssessment>['score'], language: 'en' | 'ja') {
  const writing = writingOf({ ...demoAssessment(), score }, contextIn(language));
  return summaryOf(writing).figures[1]?.note;
}
