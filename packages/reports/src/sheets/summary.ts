import { completenessTotal, outcomesOf } from '../assessment/completeness.ts';
import { bridges } from '../document/bridges.ts';
import { scoreLegend, trailScope, uncitedCalls } from '../document/left-out.ts';
import { usersBridge } from '../document/population-words.ts';
import { reportNotices } from '../notices.ts';
import type { Writing } from '../document/writing.ts';
import { field, sheetOf, type Sheet } from './sheet.ts';
import { coverFacts, scopeFacts, type SummaryFact } from './summary-facts.ts';
import { scoreSentence, stepFacts } from './summary-figures.ts';
import { judgementFacts, readingFacts } from './summary-readings.ts';

/** The report on one page: what it is about, what it says, what it rests on. */
export function summarySheet(writing: Writing): Sheet {
  const { say } = writing;
  return sheetOf({ id: 'summary', title: say({ en: 'Summary', ja: '概要' }) }, facts(writing), [
    field('group', say({ en: 'Part', ja: '区分' }), 22, ([group]) => group),
    field('fact', say({ en: 'Fact', ja: '項目' }), 36, ([, fact]) => fact),
    field('value', say({ en: 'Value', ja: '内容' }), 96, ([, , value]) => value),
  ]);
}

function facts(writing: Writing): SummaryFact[] {
  const { say, assessment, language } = writing;
  const notes = reportNotices(assessment, language).map((notice): SummaryFact => [
    say({ en: 'Notice', ja: '注意' }),
    say({ en: 'About this data', ja: 'データについて' }),
    notice,
  ]);
  return [
    ...notes,
    ...scopeFacts(writing),
    ...coverFacts(writing),
    ...resultFacts(writing),
    ...stepFacts(writing),
    ...readingFacts(writing),
    ...judgementFacts(writing),
    ...sheetNotes(writing),
  ];
}

/** What a reader of single sheets must know of them. */
function sheetNotes(writing: Writing): SummaryFact[] {
  const { say } = writing;
  const group = say({ en: 'About the sheets', ja: 'シートについて' });
  const uncited = uncitedCalls(writing);
  const users = usersBridge(writing);
  return [
    [group, say({ en: 'Scans', ja: 'スキャン' }), scoreLegend(writing)],
    [group, say({ en: 'Audit trail', ja: '監査ログ' }), trailScope(writing)],
    ...(users === null
      ? []
      : [[group, say({ en: 'Populations', ja: '母集団' }), users] satisfies SummaryFact]),
    ...(uncited === null
      ? []
      : [[group, say({ en: 'Calls', ja: '呼び出し' }), uncited] satisfies SummaryFact]),
  ];
}

function resultFacts(writing: Writing): SummaryFact[] {
  const { say, assessment, count, language } = writing;
  const group = say({ en: 'Results', ja: '評価結果' });
  const total = completenessTotal(assessment.completeness);
  const ja = language === 'ja';
  const expected = count(total.units + total.scopes);
  const { coverage, checks, exceptions } = assessment;
  const sum = [total.pass, total.fail, total.unknown, total.manual, total.notApplicable];
  const outcomes = ja
    ? `合格 ${sum[0]} ＋ 不合格 ${sum[1]} ＋ 不明 ${sum[2]} ＋ 回答待ち ${sum[3]} ＋ 該当なし ${sum[4]}（うち前提不備により未達 ${total.blocked}）＝ ${count(outcomesOf(total))}`
    : `${sum[0]} pass + ${sum[1]} fail + ${sum[2]} unknown + ${sum[3]} your answer needed + ${sum[4]} not applicable (${total.blocked} of them blocked) = ${count(outcomesOf(total))}`;
  const accepted = exceptions.filter(({ state }) => state === 'active').length;
  return [
    [group, say({ en: 'Posture score (0–100)', ja: 'スコア（0〜100）' }), scoreSentence(writing)],
    [
      group,
      say({ en: 'To be judged', ja: '評価対象' }),
      ja
        ? `チェック ${count(checks.length)} 件、単位 ${count(total.units)} ＋ 評価単位を特定できなかった範囲 ${count(total.scopes)} ＝ ${expected}`
        : `${count(checks.length)} checks: ${count(total.units)} units + ${count(total.scopes)} scopes without a unit = ${expected}`,
    ],
    [group, say({ en: 'Outcomes', ja: '結果' }), outcomes],
    [
      group,
      say({ en: 'Could be judged', ja: '評価できた割合' }),
      ja
        ? `チェック ${coverage.checks.judged} / ${coverage.checks.total}、単位 ${coverage.units.judged} / ${coverage.units.total}、読み取り ${coverage.readings.answered} / ${coverage.readings.total}`
        : `${coverage.checks.judged} of ${coverage.checks.total} checks, ${coverage.units.judged} of ${coverage.units.total} units, ${coverage.readings.answered} of ${coverage.readings.total} readings`,
    ],
    ...bridges(writing).map((text): SummaryFact => [
      group,
      say({ en: 'How the figures belong together', ja: '件数の関係' }),
      text,
    ]),
    [
      group,
      say({ en: 'Accepted risks', ja: '受容したリスク' }),
      exceptions.length === 0
        ? say({ en: 'None recorded.', ja: '記録はありません。' })
        : ja
          ? `${count(exceptions.length)} 件（うち受容中 ${count(accepted)} 件）。受容しても不合格のままで、スコアには影響しません。`
          : `${count(exceptions.length)} recorded, ${count(accepted)} hold. An accepted risk stays a fail and does not enter the score.`,
    ],
  ];
}
