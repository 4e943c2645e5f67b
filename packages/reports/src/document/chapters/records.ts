import { auditActions, thresholds, thresholdNames, type Localised } from '@ippo/contracts';
import type { Cell, Chapter } from '../document.ts';
import { detailLines, doerOf, subjectInWords } from '../audit-details.ts';
import { scoreLegend, trailScope } from '../left-out.ts';
import { scanState } from '../scan-state.ts';
import type { Writing } from '../writing.ts';

/** The limits that it was judged by, and every change of them. */
export function thresholdsChapter(writing: Writing): Omit<Chapter, 'number'> {
  const { assessment, say, language, instants, count } = writing;
  const { values, changes } = assessment.thresholds;
  const days = (value: number) =>
    language === 'ja' ? `${count(value)} 日` : `${count(value)} days`;
  return {
    id: 'thresholds',
    title: say({ en: 'Thresholds and their changes', ja: 'しきい値とその変更' }),
    blocks: [
      {
        kind: 'table',
        caption: say({ en: 'Limits that it was judged by', ja: '評価に用いたしきい値' }),
        columns: [
          { heading: say({ en: 'Limit', ja: 'しきい値' }), share: 46 },
          { heading: say({ en: 'Value', ja: '値' }), share: 14, number: true },
          { heading: say({ en: 'Default', ja: '既定値' }), share: 14, number: true },
          { heading: say({ en: 'Checks', ja: 'チェック' }), share: 26 },
        ],
        rows: thresholdNames.map((name): Cell[] => [
          thresholds[name].name[language],
          days(values[name]),
          days(thresholds[name].default),
          { text: thresholds[name].checks.join(', '), code: true },
        ]),
      },
      changes.length === 0
        ? {
            kind: 'text',
            text: say({ en: 'They were never changed.', ja: '変更の記録はありません。' }),
          }
        : {
            kind: 'table',
            caption: say({ en: 'Every change of a limit', ja: 'しきい値の変更履歴' }),
            columns: [
              { heading: say({ en: 'When', ja: '日時' }), share: 36 },
              { heading: say({ en: 'Limit', ja: 'しきい値' }), share: 34 },
              { heading: say({ en: 'From → to', ja: '変更前 → 変更後' }), share: 16 },
              { heading: say({ en: 'By', ja: '変更者' }), share: 14 },
            ],
            rows: changes.map(({ at, by, name, from, to }): Cell[] => [
              instants.both(at),
              thresholds[name].name[language],
              `${count(from)} → ${days(to)}`,
              by ?? say({ en: 'no record', ja: '記録なし' }),
            ]),
          },
    ],
  };
}

/** Every scan of the period, cancelled and failed ones too, with its place in the chain. */
export function scansChapter(writing: Writing): Omit<Chapter, 'number'> {
  const { assessment, say, instants, language } = writing;
  const { scans, period } = assessment;
  const ja = language === 'ja';
  const scope =
    period === null
      ? say({
          en: 'This report is about one scan.',
          ja: 'この報告書は 1 回のスキャンを対象としています。',
        })
      : `${say({ en: 'Period of the scans: ', ja: '対象とするスキャンの期間：' })}${instants.both(period.from)} – ${instants.both(period.to)}`;
  return {
    id: 'scans',
    title: say({ en: 'Scans of the period', ja: '期間内のスキャン' }),
    blocks: [
      { kind: 'text', tone: 'lead', text: scope },
      {
        kind: 'text',
        text: say({
          en: 'Each scan names the link of the one before it, cancelled and failed ones included; so leaving one out would show.',
          ja: '各スキャンは直前のスキャンのリンク値を含みます。中止・失敗したスキャンも同様のため、都合のよいスキャンだけを選ぶと分かります。',
        }),
      },
      {
        kind: 'text',
        tone: 'note',
        text: scoreLegend(writing),
      },
      {
        kind: 'table',
        caption: say({ en: 'Scans, oldest first', ja: 'スキャン一覧（古い順）' }),
        columns: [
          { heading: say({ en: 'Scan', ja: 'スキャン' }), share: 11 },
          { heading: say({ en: 'Ended', ja: '終了' }), share: 20 },
          { heading: say({ en: 'State', ja: '状態' }), share: 14 },
          {
            heading: say({ en: 'First steps (of 7)', ja: 'はじめの一歩の完了数（7 中）' }),
            share: 10,
            number: true,
          },
          { heading: say({ en: 'Score', ja: 'スコア' }), share: 8, number: true },
          { heading: say({ en: 'Digests (SHA-256)', ja: 'ダイジェスト (SHA-256)' }), share: 37 },
        ],
        rows: scans.map((scan): Cell[] => [
          {
            text: `#${scan.number}${scan.id === assessment.scan.id ? (ja ? '\n本報告書' : '\nassessed') : ''}`,
            strong: scan.id === assessment.scan.id,
          },
          scan.finishedAt === null ? '–' : instants.both(scan.finishedAt),
          [
            scanState(scan, writing),
            ...(scan.pruned
              ? [ja ? '証拠は保存期間により削除済み' : 'evidence taken away by retention']
              : []),
          ].join('\n'),
          scan.firstStepsDone === null ? '–' : String(scan.firstStepsDone),
          scan.score === null ? '–' : String(scan.score),
          {
            code: true,
            text:
              [
                ...(scan.evidenceDigest === null
                  ? []
                  : [`${ja ? '証拠' : 'evidence'} ${scan.evidenceDigest}`]),
                ...(scan.reportDigest === null
                  ? []
                  : [`${ja ? '結果' : 'report'} ${scan.reportDigest}`]),
                ...(scan.link === null
                  ? []
                  : [`${ja ? 'リンク' : 'link'} ${scan.chainPosition ?? '–'} ${scan.link}`]),
              ].join('\n') || '–',
          },
        ]),
      },
    ],
  };
}

/** Who did what here about this account. */
export function auditTrailChapter(writing: Writing): Omit<Chapter, 'number'> {
  const { assessment, say, instants, language } = writing;
  const rows = assessment.auditTrail;
  const actions: Readonly<Record<string, Localised>> = auditActions;
  return {
    id: 'audit-trail',
    title: say({ en: 'Audit trail of this install', ja: '本製品の監査ログ' }),
    blocks: [
      {
        kind: 'text',
        tone: 'lead',
        text:
          rows.length === 0
            ? say({ en: 'None recorded.', ja: '記録はありません。' })
            : trailScope(writing),
      },
      ...(rows.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: say({ en: 'Audit trail', ja: '監査ログ' }),
              columns: [
                { heading: say({ en: 'When', ja: '日時' }), share: 34 },
                { heading: say({ en: 'Who', ja: '実行者' }), share: 18 },
                { heading: say({ en: 'What', ja: '操作' }), share: 20 },
                { heading: say({ en: 'About', ja: '対象' }), share: 28 },
              ],
              rows: rows.map((row): Cell[] => [
                instants.both(row.at),
                doerOf(row) ?? say({ en: 'this install', ja: '本製品' }),
                actions[row.action]?.[language] ?? row.action,
                [
                  ...(row.subject === null ? [] : [subjectInWords(row.subject, language)]),
                  ...detailLines(row, language),
                ].join('\n') || '–',
              ]),
            },
          ]),
    ],
  };
}
