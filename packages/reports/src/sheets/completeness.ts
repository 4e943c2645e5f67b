import { completenessTotal, outcomesOf } from '../assessment/completeness.ts';
import { unitWords } from '../document/words.ts';
import type { Writing } from '../document/writing.ts';
import { field, sheetOf, type Sheet } from './sheet.ts';

/** The statement of completeness, a line a check, and their sum. */
export function completenessSheet({ say, assessment, sentences }: Writing): Sheet {
  const lines = assessment.completeness;
  const total = { check: '', unit: null, ...completenessTotal(lines) };
  const sum = say({ en: 'Sum', ja: '合計' });
  return sheetOf(
    { id: 'completeness', title: say({ en: 'Completeness', ja: '網羅性' }) },
    [...lines, total],
    [
      field('check', say({ en: 'Check id', ja: 'チェック ID' }), 20, ({ check }) => check || sum),
      field(
        'title',
        say({ en: 'Check', ja: 'チェック' }),
        40,
        ({ check }) => check && sentences.title(check),
      ),
      field(
        'unit',
        say({ en: 'Unit', ja: '単位' }),
        12,
        ({ unit }) => unit && say(unitWords[unit]),
      ),
      field('units', say({ en: 'Units', ja: '単位の数' }), 10, ({ units }) => units),
      field(
        'scopes',
        say({ en: 'Scopes without a unit', ja: '評価単位を特定できなかった範囲' }),
        14,
        ({ scopes }) => scopes,
      ),
      field(
        'expected',
        say({ en: 'To be judged', ja: '評価対象の計' }),
        13,
        ({ units, scopes }) => units + scopes,
      ),
      field('pass', say({ en: 'Pass', ja: '合格' }), 9, ({ pass }) => pass),
      field('fail', say({ en: 'Fail', ja: '不合格' }), 9, ({ fail }) => fail),
      field('unknown', say({ en: 'Unknown', ja: '不明' }), 10, ({ unknown }) => unknown),
      field(
        'manual',
        say({ en: 'Your answer needed', ja: '回答待ち' }),
        12,
        ({ manual }) => manual,
      ),
      field(
        'notApplicable',
        say({ en: 'Not applicable', ja: '該当なし' }),
        13,
        ({ notApplicable }) => notApplicable,
      ),
      field('outcomes', say({ en: 'Outcomes', ja: '結果の計' }), 11, outcomesOf),
      field(
        'blocked',
        say({ en: 'Of the not applicable: blocked', ja: '該当なしのうち前提不備により未達' }),
        16,
        ({ blocked }) => blocked,
      ),
      field('equal', say({ en: 'Equal', ja: '一致' }), 9, (line) =>
        line.units + line.scopes === outcomesOf(line)
          ? say({ en: 'Yes', ja: 'はい' })
          : say({ en: 'No', ja: 'いいえ' }),
      ),
    ],
  );
}
