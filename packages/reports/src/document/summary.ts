import { outcomes, stepStateWords, stepWords, type Assessment } from '@ippo/contracts';
import { stepMarks } from './chapters/first-steps.ts';
import type { Figure, ReportDocument } from './document.ts';
import { asOfSentence } from './as-of.ts';
import { checksBridge } from './bridges.ts';
import { lonelyMarkWord, markOfCheck } from './mark-words.ts';
import { summaryFacts } from './summary-facts.ts';
import { sentencesOf } from './summary-sentences.ts';
import { worstOf } from './summary-worst.ts';
import type { Writing } from './writing.ts';

/** The one page that a board reads. */
export function summaryOf(writing: Writing): ReportDocument['summary'] {
  const { say } = writing;
  const worst = worstOf(writing);
  return {
    title: say({ en: 'Executive summary', ja: 'エグゼクティブサマリー' }),
    figures: figuresOf(writing),
    sentences: [asOfSentence(writing), ...sentencesOf(writing)],
    sum: sumOf(writing),
    steps: stepsOf(writing),
    facts: summaryFacts(writing),
    ...worst,
  };
}

function figuresOf(writing: Writing): Figure[] {
  const { assessment, say, language, count } = writing;
  const { firstSteps, score, coverage } = assessment;
  const ja = language === 'ja';
  const of = (part: number, whole: number) =>
    ja ? `${count(part)} / ${count(whole)}` : `${count(part)} of ${count(whole)}`;
  const scored =
    score.value === null
      ? {
          value: say({ en: 'No score', ja: '算定不可' }),
          note: ja
            ? `重みの ${percent(1 - score.readShare)} を読み取れず（${score.from}〜${score.upTo} の間）`
            : `${percent(1 - score.readShare)} of the weight unread (between ${score.from} and ${score.upTo})`,
        }
      : {
          value: count(score.value),
          note: scoreNotes(assessment, ja).join('\n'),
        };
  return [
    {
      label: say({ en: 'First steps done', ja: 'はじめの一歩（完了）' }),
      value: of(firstSteps.done, firstSteps.total),
      note:
        firstSteps.unknown === 0
          ? ''
          : ja
            ? `不明 ${firstSteps.unknown}`
            : `${firstSteps.unknown} could not be told`,
    },
    { label: say({ en: 'Posture score', ja: 'スコア（0〜100）' }), ...scored },
    {
      label: say({ en: 'Checks assessed', ja: '評価できたチェック' }),
      value: of(coverage.checks.judged, coverage.checks.total),
      note: `${checksBridge(writing)}\n${ja ? '単位では ' : ''}${of(coverage.units.judged, coverage.units.total)}${ja ? '' : ' units'}`,
    },
  ];
}

/** `26 checks = 9 pass + 6 fail + …`: none is left out. */
function sumOf({ assessment, language, count }: Writing): ReportDocument['summary']['sum'] {
  const { checks } = assessment;
  const marks = checks.map((check) => markOfCheck(check));
  const named = marks.includes('blocked') ? ([...outcomes, 'blocked'] as const) : outcomes;
  const parts = named.map((mark) => {
    const some = marks.filter((one) => one === mark).length;
    return { mark, text: `${lonelyMarkWord(mark)[language]} ${count(some)}` };
  });
  const all = count(checks.length);
  return { whole: language === 'ja' ? `チェック ${all} 件` : `${all} checks`, parts };
}

function stepsOf({ assessment, say, language }: Writing): ReportDocument['summary']['steps'] {
  return {
    caption: say({ en: 'First steps', ja: 'はじめの一歩' }),
    items: assessment.firstSteps.items.map(({ id, state }) => ({
      ...{ name: stepWords[id][language], word: stepStateWords[state][language] },
      mark: stepMarks[state],
    })),
  };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** How a score was worked out where its figure alone does not tell. */
function scoreNotes({ score }: Assessment, ja: boolean): string[] {
  const { value, before, because, upTo, factor } = score;
  const halved = because.join(ja ? '、' : ', ');
  return [
    ...(factor === 1
      ? []
      : [
          ja
            ? `${before ?? ''} × ½（${halved} が未達のため）`
            : `${before ?? ''} × ½, as ${halved} ${because.length === 1 ? 'is' : 'are'} not met`,
        ]),
    ...(value === null || upTo <= value
      ? []
      : [
          ja
            ? `不明がすべて達成なら最大 ${upTo}`
            : `up to ${upTo}, if all that is unknown were met`,
        ]),
  ];
}
