import { stepStateWords, stepWords, type StepState } from '@ippo/contracts';
import type { Cell, Chapter, Mark } from '../document.ts';
import type { Writing } from '../writing.ts';

/** The shape of a step's state. */
export const stepMarks: Readonly<Record<StepState, Mark>> = {
  done: 'pass',
  'not-done': 'fail',
  unknown: 'unknown',
  'not-needed': 'not-applicable',
};

/** The seven first steps with the checks that each rests on. */
export function firstStepsChapter(writing: Writing): Omit<Chapter, 'number'> {
  const { assessment, say, language, sentences } = writing;
  const { done, total, unknown, items } = assessment.firstSteps;
  const results = new Map(assessment.checks.map((check) => [check.id, check]));
  const head =
    language === 'ja'
      ? `${total} つのうち ${done} つが完了しています。判断できなかったものは ${unknown} つです。`
      : `${done} of ${total} are done; ${unknown} could not be told.`;
  return {
    id: 'first-steps',
    fresh: true,
    title: say({ en: 'First steps', ja: 'はじめの一歩' }),
    blocks: [
      { kind: 'text', tone: 'lead', text: head },
      {
        kind: 'table',
        caption: say({ en: 'The seven first steps', ja: '7 つのはじめの一歩' }),
        columns: [
          { heading: say({ en: 'Step', ja: '項目' }), share: 26 },
          { heading: say({ en: 'State', ja: '状態' }), share: 15 },
          { heading: say({ en: 'Rests on', ja: '根拠のチェック' }), share: 59 },
        ],
        rows: items.map(({ id, state, checks }, index): Cell[] => [
          { text: `${index + 1}  ${stepWords[id][language]}`, strong: true },
          { text: stepStateWords[state][language], mark: stepMarks[state] },
          checks
            .map((check) => {
              const result = results.get(check);
              const said = result ? sentences.reason(check, result.reason) : '';
              return language === 'ja' ? `${check}：${said}` : `${check}: ${said}`;
            })
            .join('\n'),
        ]),
      },
      {
        kind: 'text',
        tone: 'note',
        text: say({
          en: 'A step counts as done only where AWS’s answers prove it. “Not needed” is proven by evidence too and counts as done.',
          ja: 'AWS の応答で証明できた場合に限り、完了として数えます。「不要」も証拠で確認できた場合に限り、完了として数えます。',
        }),
      },
    ],
  };
}
