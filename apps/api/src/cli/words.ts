import type { Language, Localised } from '@ippo/contracts';
import { packWords } from './pack-words.ts';

/** The command line's own words; marks are filled by `say`. */
const words = {
  ...packWords,
  auditUnbroken: {
    en: 'The audit log is unbroken: {rows} rows.',
    ja: '監査ログの連鎖は {rows} 行すべて正常です。',
  },
  auditHead: {
    en: 'Hash of the last row: {head}. Keep it elsewhere, and give it as --head next time: only so is it noticed when rows are cut off at the end.',
    ja: '最終行のハッシュ：{head}。別の場所に保管し、次回 --head で指定してください。末尾の行の削除は、この照合でしか検出できません。',
  },
  auditBroken: {
    en: 'The audit log is broken at row {id} of {at}: {why}.',
    ja: '監査ログは行 {id}（{at}）で連鎖が壊れています：{why}。',
  },
  auditHeadMissing: {
    en: 'No row has the hash that was given as --head: rows were removed or replaced.',
    ja: '--head のハッシュを持つ行がありません。行が削除または置き換えられています。',
  },
  auditAltered: { en: 'its content was changed', ja: '内容が変更されています' },
  auditNotLinked: {
    en: 'it does not follow the row before it',
    ja: '直前の行とつながっていません',
  },
  auditMissingBefore: { en: 'rows before it are missing', ja: '直前の行が欠けています' },
  auditNotChained: { en: 'it was added past the chain', ja: '連鎖を経ずに追加されています' },
  exceptionsExported: {
    en: '{entries} accepted risks written to {file}.',
    ja: '受容したリスク {entries} 件を {file} に書き出しました。',
  },
  exceptionsImported: {
    en: '{made} of {entries} entries taken in; {waiting} wait for a second person.',
    ja: '{entries} 件中 {made} 件を取り込みました（承認待ち {waiting} 件）。',
  },
  exceptionsTried: {
    en: 'Nothing was changed. {made} of {entries} entries would be taken in; {waiting} would wait for a second person.',
    ja: '変更は保存していません。{entries} 件中 {made} 件を取り込めます（承認待ちになるもの {waiting} 件）。',
  },
  exceptionsRefused: {
    en: 'Nothing was taken in: {errors} errors. Mend the lines above, then import again.',
    ja: 'エラーが {errors} 件あるため、取り込みませんでした。上記の行を直してから、もう一度取り込んでください。',
  },
  exceptionsLine: {
    en: 'Line {line}: {sentence} ({code})',
    ja: '{line} 行目：{sentence}（{code}）',
  },
  reportWritten: {
    en: 'Report written to {file} ({bytes} bytes).',
    ja: 'レポートを {file} に書き出しました（{bytes} バイト）。',
  },
  account: { en: 'Account {account}', ja: 'アカウント {account}' },
  simulated: {
    en: 'Simulated account “{world}”: made up, not AWS.',
    ja: 'シミュレーション用アカウント「{world}」です。AWS の実データではありません。',
  },
  endpoint: {
    en: 'Answers came from {url}, not from AWS.',
    ja: '応答は {url} からのもので、AWS の実データではありません。',
  },
  read: {
    en: 'Read {at} · {read} of {total} enabled Regions read',
    ja: '{at} に読み取り · 有効な {total} リージョン中 {read} を読み取り済み',
  },
  assumed: {
    en: 'The list of Regions could not be read: the partition’s default Regions are assumed.',
    ja: 'リージョンの一覧を読み取れなかったため、既定のリージョンを仮定しました。',
  },
  ended: {
    en: 'The scan ended before all was asked ({how}). What was not asked is unknown.',
    ja: 'すべてを確認する前にスキャンが終了しました（{how}）。確認していないものは不明です。',
  },
  skew: {
    en: 'This machine’s clock differs from AWS’s by {seconds} seconds.',
    ja: 'このマシンの時計は AWS と {seconds} 秒ずれています。',
  },
  steps: {
    en: 'First steps: {done} of 7 done',
    ja: 'はじめの一歩：7 つのうち {done} つ完了',
  },
  stepsUnseen: { en: ' · {unknown} could not be seen', ja: ' · {unknown} つは確認できず' },
  score: { en: 'Posture score: {value} of 100', ja: 'セキュリティスコア：{value} / 100' },
  upTo: { en: ', up to {upTo}', ja: '（最大 {upTo}）' },
  noScore: {
    en: 'Posture score: could not be scored, {unread} % unreadable ({from}–{upTo})',
    ja: 'セキュリティスコア：算出できません。{unread}% を読み取れませんでした（{from}〜{upTo}）',
  },
  halved: {
    en: '{value} = {before} × ½, because {checks} is not met. While a critical check is open, the score is halved.',
    ja: '{value} = {before} × ½。{checks} が満たされていないためです。重大なチェックが残る間、スコアは半分になります。',
  },
  toDo: { en: 'To do, worst first', ja: '深刻な順' },
  nothingToDo: {
    en: 'Nothing that we could read is to do.',
    ja: '読み取れた範囲に、対応が必要なものはありません。',
  },
  unknown: { en: 'Unknown', ja: '不明' },
  notMet: { en: 'Not met', ja: '未達' },
  partlyBlocked: {
    en: 'Some places wait for another check; until then this one counts as not met.',
    ja: '一部は別のチェックが前提のため、このチェックは未達として数えます。',
  },
  questions: {
    en: 'For a person to answer, on the dashboard; outside the score',
    ja: '担当者の回答が必要なもの（ダッシュボードで回答。スコアには含みません）',
  },
  unseen: { en: 'What we could not see', ja: '見えなかったもの' },
  allAnswered: {
    en: 'Everything we asked was answered.',
    ja: '尋ねたことにはすべて回答がありました。',
  },
  judged: {
    en: '{judged} of {total} checks assessed · {answered} of {asked} readings answered',
    ja: '{total} 件中 {judged} 件を評価 · {asked} 件の読み取りのうち {answered} 件に回答あり',
  },
  asking: { en: 'Reading', ja: '読み取り中' },
  where: { en: 'Where: {regions}', ja: '場所：{regions}' },
  preflightTried: {
    en: 'One real call of each operation, in {regions}.',
    ja: '{regions} で、各操作を 1 回ずつ実際に呼び出しました。',
  },
  preflightGranted: {
    en: 'Permissions: {granted} granted, {refused} refused, {untried} not tried. A scan is possible in any case; “ippo policy” prints what is needed.',
    ja: '許可 {granted} 件、拒否 {refused} 件、未試行 {untried} 件。いずれの場合もスキャンできます。必要な権限は「ippo policy」で確認できます。',
  },
  preflightHides: {
    en: 'without it these stay unknown: {checks}',
    ja: 'ないと不明のままになるチェック：{checks}',
  },
  preflightStandsIn: {
    en: 'asked only where another list cannot be read',
    ja: '別の一覧を読み取れないときだけ使う権限',
  },
  preflightNotTried: {
    en: 'Not tried, because what they are asked about does not exist or could not be seen: {actions}',
    ja: '対象がない、または確認できないため試していない権限：{actions}',
  },
  regionNotListed: {
    en: 'The Region {region} is not enabled in this account; nothing was asked there.',
    ja: 'リージョン {region} はこのアカウントで有効でないため、確認していません。',
  },
  userNoRole: { en: 'no role yet', ja: 'ロールなし' },
  userUntil: { en: 'until {until}', ja: '{until} まで' },
  userSecondFactor: { en: 'authenticator app', ja: '認証アプリあり' },
  userLastSignIn: { en: 'last signed in {at}', ja: '最終サインイン {at}' },
  userNeverSignedIn: { en: 'never signed in', ja: 'サインインなし' },
  userReset: {
    en: 'With this link {email} sets a new password, once, within an hour; every session ends then.',
    ja: '{email} は次のリンクから 1 回だけ、1 時間以内にパスワードを再設定できます。再設定すると全セッションが終了します。',
  },
  userResetStart: {
    en: 'Start Ippo, then open the link.',
    ja: 'Ippo を起動してから、リンクを開いてください。',
  },
} as const satisfies Record<string, Localised>;

/** A line of the command line in a language, its `{marks}` filled. */
export function say(
  language: Language,
  word: keyof typeof words,
  marks: Record<string, string | number> = {},
): string {
  return words[word][language].replace(/\{(\w+)\}/g, (mark, name: string) =>
    String(marks[name] ?? mark),
  );
}
