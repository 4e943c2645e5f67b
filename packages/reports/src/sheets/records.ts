import { thresholdNames, thresholds, type AssessedScan } from '@ippo/contracts';
import { scanState } from '../document/scan-state.ts';
import type { Writing } from '../document/writing.ts';
import { field, instantFields, sheetOf, type Sheet } from './sheet.ts';

/** On paper each scan has what holds it to the others: its digests and its link. */
const printedOfScan = [
  ...['number', 'assessed', 'status', 'finishedAt', 'finishedAtLocal', 'firstSteps', 'score'],
  ...['pruned', 'evidenceDigest', 'reportDigest', 'link'],
];

/** Every scan of the period, stopped ones too, with its link of the chain. */
export function scansSheet(writing: Writing): Sheet {
  const { say, assessment } = writing;
  const head = { id: 'scans', title: say({ en: 'Scans', ja: 'スキャン' }), printed: printedOfScan };
  return sheetOf(head, assessment.scans, [
    field('number', say({ en: 'Scan', ja: 'スキャン' }), 9, ({ number }) => number),
    field('id', say({ en: 'Id', ja: 'ID' }), 24, ({ id }) => id),
    field('assessed', say({ en: 'Assessed here', ja: '本報告書の対象' }), 12, ({ id }) =>
      id === assessment.scan.id ? say({ en: 'Yes', ja: 'はい' }) : say({ en: 'No', ja: 'いいえ' }),
    ),
    field('status', say({ en: 'State', ja: '状態' }), 14, (scan) => scanState(scan, writing)),
    ...instantFields<AssessedScan>(
      'startedAt',
      say({ en: 'Started', ja: '開始' }),
      ({ startedAt }) => startedAt,
      writing,
    ),
    ...instantFields<AssessedScan>(
      'finishedAt',
      say({ en: 'Ended', ja: '終了' }),
      ({ finishedAt }) => finishedAt,
      writing,
    ),
    field(
      'firstSteps',
      say({ en: 'First steps done (of 7)', ja: 'はじめの一歩の完了数（7 中）' }),
      12,
      ({ firstStepsDone }) => firstStepsDone,
    ),
    field('score', say({ en: 'Score', ja: 'スコア' }), 9, ({ score }) => score),
    field(
      'pruned',
      say({ en: 'Evidence taken away by retention', ja: '保存期間により証拠を削除' }),
      16,
      ({ pruned }) => (pruned ? say({ en: 'Yes', ja: 'はい' }) : say({ en: 'No', ja: 'いいえ' })),
    ),
    field(
      'evidenceDigest',
      say({ en: 'Digest of the evidence (SHA-256)', ja: '証拠のダイジェスト (SHA-256)' }),
      34,
      ({ evidenceDigest }) => evidenceDigest,
    ),
    field(
      'reportDigest',
      say({ en: 'Digest of the report (SHA-256)', ja: '結果のダイジェスト (SHA-256)' }),
      34,
      ({ reportDigest }) => reportDigest,
    ),
    field(
      'chainPosition',
      say({ en: 'Place in the chain', ja: 'チェーン上の位置' }),
      12,
      ({ chainPosition }) => chainPosition,
    ),
    field('link', say({ en: 'Link of the chain', ja: 'チェーンのリンク' }), 34, ({ link }) => link),
    field(
      'previousLink',
      say({ en: 'Link of the scan before', ja: '直前のスキャンのリンク' }),
      34,
      ({ previousLink }) => previousLink,
    ),
  ]);
}

/** The limits that it was judged by, then every change of them. */
export function thresholdsSheet(writing: Writing): Sheet {
  const { say, assessment, language } = writing;
  const { values, changes } = assessment.thresholds;
  const judgedBy = say({ en: 'Judged by', ja: '評価に使用' });
  const changed = say({ en: 'Changed', ja: '変更' });
  const rows = [
    ...thresholdNames.map((name) => ({
      name,
      kind: judgedBy,
      at: null,
      by: null,
      from: null,
      to: values[name],
    })),
    ...changes.map((change) => ({ ...change, kind: changed })),
  ];
  type Line = (typeof rows)[number];
  return sheetOf({ id: 'thresholds', title: say({ en: 'Thresholds', ja: 'しきい値' }) }, rows, [
    field('kind', say({ en: 'What', ja: '区分' }), 14, ({ kind }) => kind),
    field(
      'threshold',
      say({ en: 'Limit', ja: 'しきい値' }),
      48,
      ({ name }) => thresholds[name].name[language],
    ),
    field('value', say({ en: 'Days', ja: '日数' }), 10, ({ to }) => to),
    field('before', say({ en: 'Days before', ja: '変更前の日数' }), 12, ({ from }) => from),
    field(
      'default',
      say({ en: 'Default in days', ja: '既定の日数' }),
      12,
      ({ name }) => thresholds[name].default,
    ),
    ...instantFields<Line>('at', say({ en: 'When', ja: '日時' }), ({ at }) => at, writing),
    field('by', say({ en: 'By', ja: '変更者' }), 20, ({ at, by }) =>
      at === null ? null : (by ?? say({ en: 'no record', ja: '記録なし' })),
    ),
    field('checks', say({ en: 'Checks', ja: 'チェック' }), 30, ({ name }) =>
      thresholds[name].checks.join('; '),
    ),
  ]);
}
