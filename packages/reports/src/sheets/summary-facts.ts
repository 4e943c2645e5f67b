import { dashed, readingReasonTexts } from '@ippo/contracts';
import { scanStatusWords } from '../document/words.ts';
import type { Writing } from '../document/writing.ts';
import { noticeOf } from '../document/notice.ts';

/** A group, what is told, and what is so. */
export type SummaryFact = [group: string, fact: string, value: string];

/** Whose account, which scan, which period. */
export function scopeFacts({ assessment, say, instants, language }: Writing): SummaryFact[] {
  const group = say({ en: 'Scope', ja: '対象' });
  const none = say({ en: 'none', ja: 'なし' });
  const { scan, period, accountName, organization } = assessment;
  return [
    [
      group,
      say({ en: 'Account', ja: 'アカウント' }),
      `${accountName ?? none} (${dashed(assessment.account)})`,
    ],
    [group, say({ en: 'Organization', ja: '組織' }), organization ?? none],
    [group, say({ en: 'Partition', ja: 'パーティション' }), assessment.partition],
    [
      group,
      say({ en: 'Source of the data', ja: 'データの出所' }),
      noticeOf(assessment.source, language) ?? 'AWS',
    ],
    [group, say({ en: 'Assessed scan', ja: '対象のスキャン' }), `#${scan.number} (${scan.id})`],
    [group, say({ en: 'Judged as of', ja: '評価時点' }), instants.both(assessment.judgedAt)],
    [
      group,
      say({ en: 'Period of the scans', ja: 'スキャンの期間' }),
      period === null
        ? say({ en: 'this scan alone', ja: 'このスキャンのみ' })
        : `${instants.both(period.from)} – ${instants.both(period.to)}`,
    ],
  ];
}

/** What the auditor wrote on the cover; what is left empty is a line to fill in. */
export function coverFacts({ assessment, say }: Writing): SummaryFact[] {
  const group = say({ en: 'Cover', ja: '表紙' });
  const { period, basisDate, preparedBy, approvedBy, controlId } = assessment.cover;
  const empty = say({ en: '(to be filled in)', ja: '（記入欄）' });
  return [
    [group, say({ en: 'Period under audit', ja: '対象期間' }), period || empty],
    [group, say({ en: 'Assessed as of', ja: '評価基準日' }), basisDate || empty],
    [group, say({ en: 'Prepared by', ja: '作成者' }), preparedBy || empty],
    [group, say({ en: 'Approved by', ja: '承認者' }), approvedBy || empty],
    [group, say({ en: 'Control number', ja: '統制番号' }), controlId || empty],
  ];
}

/** How it was read, by whom, with what, and what the files' digests are. */
export function scanFacts({ assessment, say, instants, language, count }: Writing): SummaryFact[] {
  const group = say({ en: 'How it was read', ja: '読み取りの条件' });
  const none = say({ en: 'none', ja: 'なし' });
  const { scan, readings, engine, credentialReport, made, clockSkewSeconds } = assessment;
  const ja = language === 'ja';
  const trigger = {
    person: { en: 'a person', ja: '担当者' },
    schedule: { en: 'a schedule', ja: 'スケジュール' },
    restart: { en: 'a restart', ja: '再起動' },
  };
  const triggers: Readonly<Record<string, { en: string; ja: string }>> = trigger;
  const started = triggers[scan.trigger]?.[language] ?? scan.trigger;
  const ended = {
    complete: { en: 'complete', ja: '完了' },
    'credentials-expired': { en: 'credentials expired', ja: '認証情報の期限切れ' },
  };
  const ends: Readonly<Record<string, { en: string; ja: string }>> = {
    ...scanStatusWords,
    ...ended,
  };
  return [
    [
      group,
      say({ en: 'Scan started', ja: 'スキャン開始' }),
      scan.startedAt === null ? none : instants.both(scan.startedAt),
    ],
    [
      group,
      say({ en: 'Scan ended', ja: 'スキャン終了' }),
      `${scan.finishedAt === null ? none : instants.both(scan.finishedAt)} – ${ends[scan.ended]?.[language] ?? scan.ended}`,
    ],
    [
      group,
      say({ en: 'Started by', ja: '開始した人' }),
      scan.startedBy === null ? started : `${scan.startedBy} (${started})`,
    ],
    [group, say({ en: 'Read as', ja: '読み取りの ID（ロール）' }), assessment.caller],
    [
      group,
      say({ en: 'Readings', ja: '読み取り' }),
      readings.first === null || readings.last === null
        ? say({ en: 'AWS was asked for nothing.', ja: 'AWS への呼び出しはありません。' })
        : `${instants.both(readings.first)} – ${instants.both(readings.last)}; ${ja ? `呼び出し ${count(readings.calls)} 回（回答 ${count(readings.answered)}、拒否・無応答 ${count(readings.refused)}）` : `${count(readings.calls)} calls, ${count(readings.answered)} answered, ${count(readings.refused)} refused or not answered`}`,
    ],
    [
      group,
      say({ en: 'IAM credential report', ja: 'IAM 認証情報レポート' }),
      credentialReport === null
        ? say({ en: 'not asked for', ja: '取得していません' })
        : credentialReport.readable
          ? `${instants.both(credentialReport.generatedAt)}; ${ja ? `スキャン終了の ${count(credentialReport.ageMinutes)} 分前に生成` : `made ${count(credentialReport.ageMinutes)} minutes before the scan ended`}`
          : `${credentialReport.action}: ${readingReasonTexts[credentialReport.reason][language]}`,
    ],
    [
      group,
      say({ en: 'Clock of AWS minus ours', ja: 'AWS との時刻差' }),
      ja ? `${clockSkewSeconds} 秒` : `${clockSkewSeconds} seconds`,
    ],
    [
      group,
      say({ en: 'Engine, score model', ja: 'エンジン・スコアモデル' }),
      `${engine.version}, ${engine.scoreModel}`,
    ],
    [
      group,
      say({ en: 'Digest of the catalogue (SHA-256)', ja: 'カタログのダイジェスト (SHA-256)' }),
      engine.catalogueDigest,
    ],
    [
      group,
      say({ en: 'Digest of the evidence (SHA-256)', ja: '証拠のダイジェスト (SHA-256)' }),
      assessment.evidenceDigest,
    ],
    [
      group,
      say({ en: 'Digest of the report (SHA-256)', ja: '結果のダイジェスト (SHA-256)' }),
      assessment.reportDigest,
    ],
    [
      group,
      say({ en: 'File made', ja: 'ファイルの作成' }),
      `${instants.both(made.at)}; ${made.by}; Ippo ${made.version}`,
    ],
  ];
}
