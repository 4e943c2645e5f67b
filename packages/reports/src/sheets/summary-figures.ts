import { stepStateWords, stepWords } from '@ippo/contracts';
import type { Writing } from '../document/writing.ts';
import type { SummaryFact } from './summary-facts.ts';

/** The proven score, written out; or why there is none and between what it lies. */
export function scoreSentence({ assessment, language, sentences }: Writing): string {
  const { value, before, from, upTo, factor, because, readShare } = assessment.score;
  const ja = language === 'ja';
  const unread = Math.round((1 - readShare) * 100);
  if (assessment.checks.length === 0) return ja ? '評価していません。' : 'Nothing was judged.';
  if (value === null)
    return ja
      ? `算出できません：重みの ${unread} % が読み取れていません（${from}〜${upTo}）。`
      : `Could not be scored: ${unread} % of the weight was not readable (${from}–${upTo}).`;
  const more = upTo > value ? (ja ? `（最大 ${upTo}）` : ` (up to ${upTo})`) : '';
  if (factor === 1) return `${value}${more}`;
  const titles = because.map((id) => sentences.title(id));
  return ja
    ? `${value} ＝ ${before ?? ''} × ½${more}。重大なチェックが未達のため：${titles.join('、')}`
    : `${value} = ${before ?? ''} × ½${more}, because a critical check is not met: ${titles.join('; ')}`;
}

/** How many of the seven steps are done, and each of them. */
export function stepFacts({ assessment, say, language }: Writing): SummaryFact[] {
  const { done, total, unknown, items } = assessment.firstSteps;
  const group = say({ en: 'First steps', ja: 'はじめの一歩' });
  const ja = language === 'ja';
  const unseen =
    unknown === 0 ? '' : ja ? `・${unknown} 件は確認できず` : ` · ${unknown} could not be seen`;
  const figure = ja ? `${total} 件中 ${done} 件完了${unseen}` : `${done} of ${total} done${unseen}`;
  return [
    [group, say({ en: 'Done', ja: '完了' }), figure],
    ...items.map(({ id, state, checks }): SummaryFact => [
      group,
      stepWords[id][language],
      ja
        ? `${stepStateWords[state].ja}（${checks.join('、')}）`
        : `${stepStateWords[state].en} (${checks.join(', ')})`,
    ]),
  ];
}
