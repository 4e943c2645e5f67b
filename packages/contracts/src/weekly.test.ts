import { describe, expect, test } from 'vitest';
import type { StepState } from './report.ts';
import { stepIds } from './report.ts';
import {
  openStepSentence,
  trailCaseOf,
  writeWeekHeadline,
  type HeadlineContext,
} from './weekly-words.ts';
import { weekHeadline, type WeekFacts, type WeekHeadline } from './weekly.ts';

const quiet: WeekFacts = {
  ...{ scanned: true, comparable: true, steps: [], worse: [], better: [], lost: [] },
  regionsLost: 0,
};
const low = { check: 'low', severity: 'low', how: 'changed' } as const;
const high = { check: 'high', severity: 'high', how: 'changed' } as const;
const critical = { check: 'critical', severity: 'critical', how: 'changed' } as const;
const seenHigh = { ...high, how: 'seen' } as const;

function step(before: StepState, after: StepState) {
  return { id: 'trail', before, after } as const;
}

/** A headline in short: form, what it is about, how, count. */
function told({ form, about, how, count }: WeekHeadline): string {
  const subject = about.kind === 'step' || about.kind === 'check' ? about.id : about.kind;
  return `${form} ${subject} ${how} ${count}`;
}

describe('the headline of a week', () => {
  test.each<[string, Partial<WeekFacts>, string]>([
    ['without a scan', { scanned: false }, 'no-scan none changed 0'],
    ['without a scan before it', { comparable: false, worse: [high] }, 'first-week none changed 0'],
    ['in which nothing moved', {}, 'nothing-changed none changed 0'],
    ['with a step lost', { steps: [step('done', 'not-done')] }, 'step-back trail changed 1'],
    [
      'with a step that is needed again',
      { steps: [step('not-needed', 'not-done')] },
      'step-back trail changed 1',
    ],
    ['with a step won', { steps: [step('not-done', 'done')] }, 'step-forward trail changed 1'],
    [
      'with a step won and one lost: what was lost',
      { steps: [{ ...step('not-done', 'done'), id: 'root-mfa' }, step('done', 'not-done')] },
      'step-back trail changed 1',
    ],
    [
      'with two steps lost',
      { steps: [{ ...step('done', 'not-done'), id: 'config' }, step('done', 'not-done')] },
      'step-back config changed 2',
    ],
    ['with a step in the dark', { steps: [step('done', 'unknown')] }, 'less-seen trail changed 1'],
    [
      'with a step in the dark and one won: what nobody sees',
      { steps: [{ ...step('not-done', 'done'), id: 'root-mfa' }, step('done', 'unknown')] },
      'less-seen trail changed 1',
    ],
    [
      'with a step that can be read again: proven, not taken',
      { steps: [step('unknown', 'done')] },
      'step-forward trail seen 1',
    ],
    [
      'with a step that turns out undone',
      { steps: [step('unknown', 'not-done')] },
      'nothing-changed none changed 0',
    ],
    [
      'with a critical check worse, before a step won',
      { worse: [low, critical], steps: [step('not-done', 'done')] },
      'step-back critical changed 1',
    ],
    [
      'with a critical check in the dark, before a step won',
      { lost: [critical], steps: [step('not-done', 'done')] },
      'less-seen critical changed 1',
    ],
    [
      'with a step won and a lesser check worse',
      { worse: [high], steps: [step('not-done', 'done')] },
      'step-forward trail changed 1',
    ],
    ['with checks worse: the worst', { worse: [low, high] }, 'step-back high changed 2'],
    ['with as much better as worse', { worse: [low], better: [high] }, 'step-back low changed 1'],
    ['with a Region gone dark', { regionsLost: 2, better: [high] }, 'less-seen regions changed 2'],
    ['with a lesser check in the dark', { lost: [low], better: [high] }, 'less-seen low changed 1'],
    ['with a check better', { better: [low, high] }, 'step-forward high changed 2'],
    ['with a fail that was there unseen', { worse: [seenHigh] }, 'step-back high seen 1'],
    ['with a pass that was there unseen', { better: [seenHigh] }, 'step-forward high seen 1'],
    [
      'with a real change beside one of sight',
      { better: [{ ...critical, how: 'seen' }, low] },
      'step-forward low changed 1',
    ],
  ])('%s', (_name, facts, expected) => {
    const headline = weekHeadline({ ...quiet, ...facts });

    expect(told(headline)).toBe(expected);
  });
});

const context: HeadlineContext = {
  ...{ title: () => 'Root user has MFA', current: true, stepsDone: 4, regionsUnread: 3 },
};

test('a step that is not done is said in the same words as a sentence and in a headline', () => {
  const facts = {
    ...quiet,
    steps: [{ id: 'guardduty', before: 'done', after: 'not-done' }],
  } as const;
  const cause = { where: '3 Regions' };

  const sentence = openStepSentence('root-access-key', 'en', {});
  const headline = writeWeekHeadline(weekHeadline(facts), 'en', { ...context, cause });

  expect(sentence).toBe('Root has an access key.');
  expect(headline).toBe(`One step back: ${openStepSentence('guardduty', 'en', cause)}`);
});

describe('the sentence of a headline', () => {
  test.each<[WeekHeadline, Partial<HeadlineContext>, string, string]>([
    [
      weekHeadline({ ...quiet, steps: [{ id: 'trail', before: 'done', after: 'not-done' }] }),
      {},
      'One step back: CloudTrail does not record everything.',
      '一歩後退。CloudTrail の記録に不足があります。',
    ],
    [
      weekHeadline({ ...quiet, steps: [{ id: 'trail', before: 'done', after: 'not-done' }] }),
      { cause: { trail: trailCaseOf(['met', 'trail-stopped']) } },
      'One step back: CloudTrail has stopped recording.',
      '一歩後退。CloudTrail の記録が止まっています。',
    ],
    [
      weekHeadline({ ...quiet, steps: [{ id: 'trail', before: 'done', after: 'not-done' }] }),
      { cause: { trail: trailCaseOf(['single-region-only']) } },
      'One step back: CloudTrail does not record everything.',
      '一歩後退。CloudTrail の記録に不足があります。',
    ],
    [
      weekHeadline({ ...quiet, steps: [{ id: 'config', before: 'done', after: 'not-done' }] }),
      { cause: { where: 'Osaka' } },
      'One step back: AWS Config does not record in Osaka.',
      '一歩後退。AWS Config がOsakaで記録していません。',
    ],
    [
      weekHeadline({ ...quiet, steps: [{ id: 'guardduty', before: 'done', after: 'not-done' }] }),
      {},
      'One step back: GuardDuty is not on everywhere.',
      '一歩後退。GuardDuty が一部のリージョンで無効です。',
    ],
    [
      weekHeadline({ ...quiet, steps: [{ id: 'root-mfa', before: 'not-done', after: 'done' }] }),
      {},
      'One step forward: root now needs MFA.',
      '一歩前進。ルートユーザーに MFA が設定されました。',
    ],
    [
      weekHeadline(quiet),
      {},
      'Nothing changed this week. 3 Regions could not be read.',
      '今週は変化がありません。3 リージョンは読み取れませんでした。',
    ],
    [
      weekHeadline(quiet),
      { regionsUnread: 0, current: false },
      'Nothing changed this week.',
      'この週は変化がありません。',
    ],
    [
      weekHeadline({ ...quiet, regionsLost: 1 }),
      {},
      'We could see less: 1 Region did not answer.',
      '見える範囲が減りました。1 リージョンから応答がありません。',
    ],
    [
      weekHeadline({ ...quiet, lost: [high] }),
      {},
      'We could see less: “Root user has MFA” could not be read.',
      '見える範囲が減りました。「Root user has MFA」を読み取れません。',
    ],
    [
      weekHeadline({ ...quiet, comparable: false }),
      {},
      'First week: 4 of 7 first steps are done.',
      '最初の週。7 つのうち 4 つ完了しています。',
    ],
    [
      weekHeadline({ ...quiet, scanned: false }),
      {},
      'Nothing was read this week.',
      '今週のスキャンはありません。',
    ],
    [
      weekHeadline({ ...quiet, worse: [high] }),
      {},
      'One step back, not met: “Root user has MFA”.',
      '一歩後退。「Root user has MFA」が満たされていません。',
    ],
    [
      weekHeadline({ ...quiet, worse: [high, low] }),
      {},
      '2 steps back, not met: “Root user has MFA”.',
      '2 歩後退。「Root user has MFA」が満たされていません。',
    ],
    [
      weekHeadline({ ...quiet, better: [seenHigh] }),
      {},
      'One step forward, better, now that it can be read: “Root user has MFA”.',
      '一歩前進。読み取れるようになり、「Root user has MFA」が改善しました。',
    ],
  ])('%#', (headline, more, en, ja) => {
    const all = { ...context, ...more };

    expect(writeWeekHeadline(headline, 'en', all)).toBe(en);
    expect(writeWeekHeadline(headline, 'ja', all)).toBe(ja);
  });

  test('has at most 14 words about any step, either way', () => {
    const ways = [
      ['done', 'not-done'],
      ['not-done', 'done'],
      ['done', 'unknown'],
      ['unknown', 'done'],
    ] as const;
    for (const id of stepIds)
      for (const [before, after] of ways) {
        const headline = weekHeadline({ ...quiet, steps: [{ id, before, after }] });

        const words = writeWeekHeadline(headline, 'en', context).split(' ');

        expect(words.length, words.join(' ')).toBeLessThanOrEqual(14);
      }
  });
});
