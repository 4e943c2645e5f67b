import { outcomes, outcomeWords, severityWords, stepStateWords, stepWords } from '@ippo/contracts';
import { stepMarks } from './chapters/first-steps.ts';
import type { Cell, Figure, ReportDocument } from './document.ts';
import { worstFirst } from './mark-words.ts';
import { summaryFacts } from './summary-facts.ts';
import { sentencesOf } from './summary-sentences.ts';
import type { Writing } from './writing.ts';

const shownWorst = 8;

/** The one page that a board reads. */
export function summaryOf(writing: Writing): ReportDocument['summary'] {
  const { say } = writing;
  const worst = worstOf(writing);
  return {
    title: say({ en: 'Executive summary', ja: 'エグゼクティブサマリー' }),
    figures: figuresOf(writing),
    sentences: sentencesOf(writing),
    sum: sumOf(writing),
    steps: stepsOf(writing),
    facts: summaryFacts(writing),
    ...worst,
  };
}

function figuresOf({ assessment, say, language, count }: Writing): Figure[] {
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
          note:
            (score.upTo > score.value ? (ja ? `最大 ${score.upTo}` : `up to ${score.upTo}`) : '') +
            (score.factor === 1
              ? ''
              : `${score.upTo > score.value ? ' · ' : ''}${score.before ?? ''} × ½: ${score.because.join(', ')}`),
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
      note: ja
        ? `単位では ${of(coverage.units.judged, coverage.units.total)}`
        : `${of(coverage.units.judged, coverage.units.total)} units`,
    },
  ];
}

/** `26 checks = 9 pass + 6 fail + …`: none is left out. */
function sumOf({ assessment, language, count }: Writing): ReportDocument['summary']['sum'] {
  const { checks } = assessment;
  const parts = outcomes.map((mark) => {
    const some = checks.filter(({ outcome }) => outcome === mark).length;
    return { mark, text: `${outcomeWords[mark][language]} ${count(some)}` };
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

function worstOf(writing: Writing): Pick<ReportDocument['summary'], 'worst' | 'worstNote'> {
  const { assessment, say, language, sentences, count } = writing;
  const ja = language === 'ja';
  const failed = assessment.checks
    .map((check) => ({ check, fails: check.findings.filter(({ outcome }) => outcome === 'fail') }))
    .filter(({ check, fails }) => fails.length > 0 && /^(?:critical|high)$/.test(check.severity))
    .toSorted((one, other) => worstFirst(one.check.severity, other.check.severity));
  if (failed.length === 0)
    return {
      worst: null,
      worstNote: say({
        en: 'No critical or high finding failed among what could be read.',
        ja: '読み取れた範囲に、重大または高の不合格はありません。',
      }),
    };
  const more = failed.length - shownWorst;
  return {
    worst: {
      kind: 'table',
      caption: say({ en: 'Critical and high findings', ja: '重大・高の検出事項' }),
      columns: [
        { heading: say({ en: 'Severity', ja: '重要度' }), share: 14 },
        { heading: say({ en: 'Check', ja: 'チェック' }), share: 20 },
        { heading: say({ en: 'What was found', ja: '検出した内容' }), share: 54 },
        { heading: say({ en: 'Failed', ja: '不合格' }), share: 12, number: true },
      ],
      rows: failed
        .slice(0, shownWorst)
        .map(({ check, fails }): Cell[] => [
          { text: severityWords[check.severity][language], severity: check.severity },
          { text: check.id, code: true },
          sentences.reason(
            check.id,
            check.outcome === 'fail' ? check.reason : (fails[0]?.reason ?? check.reason),
          ),
          ja
            ? `${count(check.findings.length)} 件中 ${count(fails.length)}`
            : `${count(fails.length)} of ${count(check.findings.length)}`,
        ]),
    },
    worstNote:
      more > 0
        ? ja
          ? `ほか ${count(more)} 件のチェックは「検出事項」の章に記載しています。`
          : `${count(more)} more checks are in the chapter “Findings”.`
        : '',
  };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
