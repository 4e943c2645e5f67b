import { readingReasonTexts, thresholdNames, thresholds, type Localised } from '@ippo/contracts';
import { regionsSentence } from '../document/chapters/regions.ts';
import { scanStatusWords } from '../document/words.ts';
import type { Writing } from '../document/writing.ts';
import type { SummaryFact } from './summary-facts.ts';

const triggers: Readonly<Record<string, Localised>> = {
  person: { en: 'a person', ja: '担当者' },
  schedule: { en: 'a schedule', ja: 'スケジュール' },
  restart: { en: 'a restart', ja: '再起動' },
  file: { en: 'a file of evidence', ja: '証拠のファイル' },
};
const ends: Readonly<Record<string, Localised>> = {
  ...scanStatusWords,
  'credentials-expired': { en: 'credentials expired', ja: '認証情報の期限切れ' },
};
/** Clocks that differ more are told (design.md §4). */
const noticedSkew = 300;

/** Who read, when, from where, and how much was answered. */
export function readingFacts(writing: Writing): SummaryFact[] {
  const { assessment, say, instants, language } = writing;
  const group = say({ en: 'How it was read', ja: '読み取りの条件' });
  const none = say({ en: 'none', ja: 'なし' });
  const { scan } = assessment;
  const trigger = triggers[scan.trigger]?.[language] ?? scan.trigger;
  const ended = ends[scan.ended]?.[language] ?? scan.ended;
  const at = (instant: string | null) => (instant === null ? none : instants.both(instant));
  const facts: [fact: string, value: string][] = [
    [say({ en: 'Scan started', ja: 'スキャン開始' }), at(scan.startedAt)],
    [say({ en: 'Scan ended', ja: 'スキャン終了' }), `${at(scan.finishedAt)} – ${ended}`],
    [
      say({ en: 'Started by', ja: '開始者・契機' }),
      scan.startedBy === null
        ? trigger
        : say({ en: `${scan.startedBy} (${trigger})`, ja: `${scan.startedBy}（${trigger}）` }),
    ],
    [say({ en: 'Read as', ja: '読み取りに用いた ID' }), assessment.caller],
    [say({ en: 'Calls to AWS', ja: 'AWS への呼び出し' }), spanOf(writing)],
    [say({ en: 'Regions', ja: 'リージョン' }), regionsSentence(writing)],
    [say({ en: 'Could not be read', ja: '読み取れなかったもの' }), unreadOf(writing)],
    [say({ en: 'IAM credential report', ja: 'IAM 認証情報レポート' }), reportOf(writing)],
    [say({ en: 'Clock of AWS minus ours', ja: 'AWS との時刻差' }), skewOf(writing)],
  ];
  return facts.map(([fact, value]) => [group, fact, value]);
}

/** By what it was judged, and what its parts can be known again by. */
export function judgementFacts({ assessment, say, instants, language }: Writing): SummaryFact[] {
  const group = say({ en: 'How it was judged', ja: '評価の条件' });
  const { engine, made, thresholds: limits } = assessment;
  const days = (value: number) => (language === 'ja' ? `${value} 日` : `${value} days`);
  const facts: [fact: string, value: string][] = [
    ...thresholdNames.map((name): [string, string] => [
      thresholds[name].name[language],
      days(limits.values[name]),
    ]),
    [
      say({ en: 'Engine, score model', ja: 'エンジン・スコアモデル' }),
      `${engine.version}, ${engine.scoreModel}`,
    ],
    [say({ en: 'Catalogue (SHA-256)', ja: 'カタログ (SHA-256)' }), engine.catalogueDigest],
    [say({ en: 'Evidence (SHA-256)', ja: '証拠 (SHA-256)' }), assessment.evidenceDigest],
    [say({ en: 'Results (SHA-256)', ja: '評価結果 (SHA-256)' }), assessment.reportDigest],
    [
      say({ en: 'File made', ja: 'ファイルの作成' }),
      [instants.both(made.at), made.by, `Ippo ${made.version}`].join(say({ en: '; ', ja: '、' })),
    ],
  ];
  return facts.map(([fact, value]) => [group, fact, value]);
}

function spanOf({ assessment, say, instants, language, count }: Writing): string {
  const { first, last, calls, answered, refused } = assessment.readings;
  if (first === null || last === null)
    return say({ en: 'AWS was asked for nothing.', ja: 'AWS への呼び出しはありません。' });
  const counts =
    language === 'ja'
      ? `${count(calls)} 回（回答 ${count(answered)}、拒否・無応答 ${count(refused)}）`
      : `${count(calls)} calls, ${count(answered)} answered, ${count(refused)} refused or not answered`;
  return `${instants.both(first)} – ${instants.both(last)}\n${counts}`;
}

function unreadOf({ assessment, language, say, count }: Writing): string {
  const { unreadable } = assessment;
  if (unreadable.length === 0) return say({ en: 'nothing', ja: 'なし' });
  const checks = new Set(unreadable.flatMap((one) => one.checks)).size;
  return language === 'ja'
    ? `${count(unreadable.length)} 件（操作とリージョンの組。影響するチェック ${count(checks)} 件）。不明とし、合格としては数えません。`
    : `${count(unreadable.length)} answers (an operation in a Region each), needed by ${count(checks)} checks. They are unknown and never count as passed.`;
}

function reportOf({ assessment, say, instants, language, count }: Writing): string {
  const { credentialReport } = assessment;
  if (credentialReport === null) return say({ en: 'not asked for', ja: '取得していません' });
  if (!credentialReport.readable)
    return `${credentialReport.action}${say({ en: ': ', ja: '：' })}${readingReasonTexts[credentialReport.reason][language]}`;
  const { generatedAt, ageMinutes } = credentialReport;
  const age =
    language === 'ja'
      ? `スキャン終了の ${count(ageMinutes)} 分前に AWS が作成`
      : `made by AWS ${count(ageMinutes)} minutes before the scan ended`;
  return `${instants.both(generatedAt)}${say({ en: '; ', ja: '、' })}${age}`;
}

function skewOf({ assessment, language, say }: Writing): string {
  const { clockSkewSeconds } = assessment;
  const seconds = language === 'ja' ? `${clockSkewSeconds} 秒` : `${clockSkewSeconds} seconds`;
  const more = say({
    en: ': more than five minutes, so times of this install and of AWS do not compare',
    ja: '（5 分を超えるため、本製品と AWS の時刻は比較できません）',
  });
  return Math.abs(clockSkewSeconds) > noticedSkew ? `${seconds}${more}` : seconds;
}
