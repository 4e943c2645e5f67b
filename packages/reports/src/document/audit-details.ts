import { dashed, thresholdNames, thresholds } from '@ippo/contracts';
import type { AuditRow, Language, Localised } from '@ippo/contracts';

/** The name of a detail, in words: a limit by its own name; an unknown one as it is. */
function wordOf(name: string, language: Language): string {
  const limit = thresholdNames.find((one) => one === name);
  if (limit !== undefined) return thresholds[limit].name[language];
  return Object.hasOwn(names, name) ? (names[name]?.[language] ?? name) : name;
}

/** Names of an entry's details, in words; an unknown one shows as it is. */
const names: Readonly<Record<string, Localised>> = {
  account: { en: 'Account', ja: 'アカウント' },
  accounts: { en: 'Accounts', ja: 'アカウント' },
  source: { en: 'Source', ja: 'データの出所' },
  world: { en: 'Demo world', ja: 'デモデータ' },
  scan: { en: 'Scan', ja: 'スキャン' },
  format: { en: 'Format', ja: '形式' },
  language: { en: 'Language', ja: '言語' },
  redacted: { en: 'Masked', ja: 'マスク' },
  from: { en: 'From', ja: '開始' },
  to: { en: 'To', ja: '終了' },
  by: { en: 'By', ja: '実行者' },
  ended: { en: 'Ended', ja: '終わり方' },
  status: { en: 'State', ja: '状態' },
  trigger: { en: 'Started by', ja: '開始の契機' },
  answer: { en: 'Answer', ja: '回答' },
  question: { en: 'Question', ja: '質問' },
  check: { en: 'Check', ja: 'チェック' },
  bytes: { en: 'Bytes', ja: 'サイズ（バイト）' },
  sha256: { en: 'SHA-256', ja: 'SHA-256' },
  file: { en: 'File', ja: 'ファイル' },
  rows: { en: 'Rows', ja: '行数' },
  table: { en: 'Table', ja: '表' },
  resource: { en: 'Resource', ja: 'リソース' },
  region: { en: 'Region', ja: 'リージョン' },
  regions: { en: 'Regions', ja: 'リージョン' },
  reason: { en: 'Reason', ja: '理由' },
  owner: { en: 'Owner', ja: '所有者' },
  until: { en: 'Until', ja: '期限' },
  lastDay: { en: 'Last day', ja: '最終日' },
  zone: { en: 'Time zone', ja: 'タイムゾーン' },
  target: { en: 'Target', ja: '対象' },
  restartOf: { en: 'Restart of', ja: '再開した元のスキャン' },
  entries: { en: 'Entries', ja: '件数' },
  made: { en: 'Made', ja: '作成件数' },
  approval: { en: 'Approval', ja: '承認' },
  approved: { en: 'Approved', ja: '承認' },
  filter: { en: 'Filter', ja: '絞り込み' },
  fingerprint: { en: 'Fingerprint', ja: 'フィンガープリント' },
  problem: { en: 'Problem', ja: '問題' },
};

const values: Readonly<Record<string, Localised>> = {
  yes: { en: 'yes', ja: 'はい' },
  no: { en: 'no', ja: 'いいえ' },
  complete: { en: 'complete', ja: '完了' },
  cancelled: { en: 'cancelled', ja: '中止' },
  failed: { en: 'failed', ja: '失敗' },
  interrupted: { en: 'interrupted', ja: '中断' },
  all: { en: 'all', ja: 'すべて' },
  person: { en: 'a person', ja: '担当者' },
  schedule: { en: 'a schedule', ja: 'スケジュール' },
  restart: { en: 'a restart', ja: '再起動' },
  simulated: { en: 'simulated', ja: 'シミュレーション' },
};
const coded = new Set(['answer', 'redacted', 'status', 'ended', 'source', 'trigger', 'regions']);

/** An entry's details as lines, with words for their names. */
export function detailLines({ detail }: AuditRow, language: Language): string[] {
  return Object.entries(detail).map(([name, value]) => {
    const word = wordOf(name, language);
    const known = coded.has(name) && Object.hasOwn(values, value);
    const said = known ? (values[value]?.[language] ?? value) : value;
    const told = name === 'account' ? dashed(said) : said;
    return language === 'ja' ? `${word}：${told}` : `${word}: ${told}`;
  });
}

/** What an entry is about: a limit by its name, an account as people write it, anything else as it is. */
export function subjectInWords(subject: string, language: Language): string {
  const limit = thresholdNames.find((one) => one === subject);
  return limit === undefined ? dashed(subject) : thresholds[limit].name[language];
}

/** Who did it: a person by name or, where nobody was signed in, whom the entry names, such as a user of the machine. */
export function doerOf({ actorName, actor, detail }: AuditRow): string | null {
  return actorName ?? actor ?? detail['by'] ?? null;
}
