import { severityWords, type CheckResult, type Standing } from '@ippo/contracts';
import { lonelyMarkWord, markOfCheck } from '../document/mark-words.ts';
import type { Writing } from '../document/writing.ts';
import { field, sheetOf, type Sheet } from './sheet.ts';

const standingWords = {
  met: { en: 'Met', ja: '達成' },
  'not-met': { en: 'Not met', ja: '未達' },
  out: { en: 'Not in the score', ja: 'スコア対象外' },
} as const satisfies Record<Standing, object>;

const printed = [
  ...['check', 'title', 'severity', 'outcome', 'reason', 'standing', 'weight', 'findings'],
  ...['needs', 'requirements'],
];

/** Every check with its roll-up, its place in the score and the requirements that it answers. */
export function checksSheet(writing: Writing): Sheet {
  const { say, language, sentences, assessment, catalogue, checkOf } = writing;
  const frameworks = new Map(catalogue.frameworks.map(({ id, name }) => [id, name]));
  const requirements = ({ id }: CheckResult) =>
    (checkOf(id)?.references ?? [])
      .map(({ framework, id: item, relation }) => {
        const part = relation === 'proves' ? '' : say({ en: ' (in part)', ja: '（一部）' });
        return `${frameworks.get(framework) ?? framework} ${item}${part}`;
      })
      .join('; ');
  return sheetOf(
    { id: 'checks', title: say({ en: 'Checks', ja: 'チェック' }), printed },
    assessment.checks,
    [
      field('check', say({ en: 'Check id', ja: 'チェック ID' }), 18, ({ id }) => id),
      field('title', say({ en: 'Check', ja: 'チェック' }), 28, ({ id }) => sentences.title(id)),
      field('measure', say({ en: 'Measure', ja: '対策' }), 12, ({ measure }) => measure),
      field(
        'severity',
        say({ en: 'Severity', ja: '重要度' }),
        9,
        ({ severity }) => severityWords[severity][language],
      ),
      field('outcome', say({ en: 'Outcome', ja: '結果' }), 12, (check) =>
        say(lonelyMarkWord(markOfCheck(check))),
      ),
      field('reason', say({ en: 'What is so', ja: '内容' }), 44, ({ id, reason }) =>
        sentences.reason(id, reason),
      ),
      field(
        'reasonCode',
        say({ en: 'Reason code', ja: '理由コード' }),
        22,
        ({ reason }) => reason.code,
      ),
      field('standing', say({ en: 'In the score', ja: 'スコア' }), 12, ({ standing }) =>
        say(standingWords[standing]),
      ),
      field('weight', say({ en: 'Weight', ja: '重み' }), 8, ({ weight }) => weight),
      field('findings', say({ en: 'Findings', ja: '件数' }), 9, ({ findings }) => findings.length),
      field('needs', say({ en: 'Needs first', ja: '前提のチェック' }), 14, ({ dependsOn }) =>
        dependsOn.join('; '),
      ),
      field(
        'good',
        say({ en: 'What is good', ja: '望ましい状態' }),
        60,
        ({ id }) => checkOf(id)?.good[language] ?? null,
      ),
      field(
        'requirements',
        say({ en: 'Related requirements', ja: '対応する基準' }),
        46,
        requirements,
      ),
    ],
  );
}
