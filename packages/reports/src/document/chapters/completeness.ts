import { completenessTotal, outcomesOf } from '../../assessment/completeness.ts';
import { bridges } from '../bridges.ts';
import type { Cell, Chapter } from '../document.ts';
import { unitWords } from '../words.ts';
import type { Writing } from '../writing.ts';

/** The statement of completeness: each check's line, and their sum. */
export function completenessChapter(writing: Writing): Omit<Chapter, 'number'> {
  const { assessment, say, count, language } = writing;
  const lines = assessment.completeness;
  const total = completenessTotal(lines);
  const figures = (line: typeof total): Cell[] =>
    [
      ...[line.units, line.scopes, line.units + line.scopes],
      ...[line.pass, line.fail, line.unknown, line.manual, line.notApplicable, line.blocked],
    ].map(count);
  const adds = lines.every((line) => line.units + line.scopes === outcomesOf(line));
  const [all, outcomes] = [count(total.units + total.scopes), count(outcomesOf(total))];
  const sums =
    language === 'ja'
      ? `${count(lines.length)} 件のチェックで、対象（単位 ${count(total.units)} ＋ 評価単位を特定できなかった範囲 ${count(total.scopes)}）は ${all} 件、結果は ${outcomes} 件です。${adds ? 'すべてのチェックで一致しています。' : '一致しないチェックがあります。この報告書は不完全です。'}`
      : `In ${count(lines.length)} checks, ${all} things were to be judged (${count(total.units)} units and ${count(total.scopes)} scopes without a unit) and ${outcomes} outcomes are reported. ${adds ? 'They are equal for every check.' : 'They differ for some check: this report is not complete.'}`;
  const number = (en: string, ja: string, share = 6) => ({
    heading: say({ en, ja }),
    share,
    number: true,
  });
  return {
    id: 'completeness',
    fresh: true,
    title: say({ en: 'Statement of completeness', ja: '網羅性に関する記載' }),
    blocks: [
      { kind: 'text', tone: 'lead', text: sums },
      {
        kind: 'text',
        text: say({
          en: 'For each check: units + scopes without a unit = pass + fail + unknown + your answer needed + not applicable. Blocked ones (their prerequisite is not met) are among “not applicable”, are counted apart, and count as not met.',
          ja: 'チェックごとに「単位 ＋ 評価単位を特定できなかった範囲 ＝ 合格 ＋ 不合格 ＋ 不明 ＋ 回答待ち ＋ 該当なし」が成り立ちます。前提が満たされず評価できないもの（前提不備により未達）は「該当なし」に含まれますが、内訳を別に示し、未達として数えます。',
        }),
      },
      ...bridges(writing).map((text) => ({ kind: 'text' as const, tone: 'note' as const, text })),
      {
        kind: 'table',
        sum: true,
        caption: say({ en: 'What was judged, by check', ja: 'チェックごとの評価件数' }),
        columns: [
          {
            heading: say({ en: 'Check, what is judged one by one', ja: 'チェック・評価単位' }),
            share: 39,
          },
          number('Units', '単位'),
          number('Scopes', '範囲'),
          number('Sum', '計'),
          number('Pass', '合格'),
          number('Fail', '不合格', 7),
          number('Unknown', '不明', 7.5),
          number('Answer needed', '回答待ち', 8.5),
          number('Not applic.', '該当なし', 8.5),
          number('of it blocked', 'うち前提不備', 12),
        ],
        rows: [
          ...lines.map((line): Cell[] => [
            `${writing.sentences.title(line.check)}\n${line.check} · ${unitWords[line.unit][language]}`,
            ...figures(line),
          ]),
          [{ text: say({ en: 'All checks', ja: '全チェック' }), strong: true }, ...figures(total)],
        ],
      },
    ],
  };
}
