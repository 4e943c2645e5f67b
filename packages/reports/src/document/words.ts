import type { Localised, ReadingReason, ScanEnd, Unit } from '@ippo/contracts';

/** What is judged one by one, in words. */
export const unitWords: Readonly<Record<Unit, Localised>> = {
  account: { en: 'account', ja: 'アカウント' },
  region: { en: 'Region', ja: 'リージョン' },
  trail: { en: 'trail', ja: '証跡' },
  user: { en: 'user', ja: 'ユーザー' },
  bucket: { en: 'bucket', ja: 'バケット' },
  plan: { en: 'plan', ja: 'プラン' },
};

const again: Localised = { en: 'Scan again.', ja: 'もう一度スキャンする。' };
const limit: Localised = {
  en: 'Nothing to do: a limit of Ippo was reached.',
  ja: '対応は不要です（Ippo の上限に達しました）。',
};
const tell: Localised = {
  en: 'Scan again; if it stays, report the operation as a defect of Ippo.',
  ja: 'もう一度スキャンする。解消しなければ Ippo の不具合として操作名を報告する。',
};

/** What would let us read it, by the reason why we could not. */
export const openerWords: Readonly<Record<ReadingReason, Localised>> = {
  denied: {
    en: 'Add the permission to the reading role.',
    ja: '読み取り用ロールに権限を追加する。',
  },
  'scp-denied': {
    en: 'Ask whoever runs the organization to let this role read, or leave the Region closed and confirm it.',
    ja: '組織の管理者に読み取りの許可を依頼する。使わないリージョンなら、閉じたまま確認済みにする。',
  },
  'needs-management-account': {
    en: 'Scan the management account as well.',
    ja: '管理アカウントもスキャンする。',
  },
  'bad-credentials': {
    en: 'Renew the credentials, then scan again.',
    ja: '認証情報を更新してから、もう一度スキャンする。',
  },
  throttled: again,
  'timed-out': again,
  network: again,
  'not-activated': {
    en: 'Activate the service for the account.',
    ja: 'アカウントでサービスを有効化する。',
  },
  'not-ready': again,
  stale: again,
  'not-asked': again,
  capped: limit,
  'too-large': limit,
  malformed: tell,
  unexpected: tell,
};

/** Why something could not be read, as part of a sentence. */
export const reasonWords: Readonly<Record<ReadingReason, Localised>> = {
  denied: { en: 'a missing permission', ja: '権限の不足' },
  'scp-denied': { en: 'an organization policy (SCP)', ja: '組織のポリシー（SCP）による拒否' },
  'needs-management-account': {
    en: 'what only the management account may read',
    ja: '管理アカウントでのみ読み取れる項目',
  },
  'bad-credentials': { en: 'credentials that AWS refused', ja: '認証情報の拒否' },
  throttled: { en: 'AWS’s limit of calls', ja: 'AWS の呼び出し制限' },
  'timed-out': { en: 'no answer in time', ja: '時間内に応答なし' },
  network: { en: 'an endpoint out of reach', ja: '接続できないエンドポイント' },
  'not-activated': { en: 'a service that is not activated', ja: '有効化されていないサービス' },
  'not-ready': { en: 'what AWS was still preparing', ja: 'AWS 側の準備中' },
  stale: { en: 'what was too old to rely on', ja: '古すぎる情報' },
  'not-asked': { en: 'what this run did not ask', ja: '今回の実行で未確認の項目' },
  capped: { en: 'the limit of follow-up calls', ja: '追加確認の上限' },
  'too-large': { en: 'an answer too large to keep', ja: '大きすぎる応答' },
  malformed: { en: 'an answer that made no sense', ja: '解釈できない応答' },
  unexpected: { en: 'an unknown error of AWS', ja: 'AWS の想定外のエラー' },
};

/** Why reading ended, in words. */
export const scanEndWords: Readonly<Record<ScanEnd, Localised>> = {
  complete: { en: 'complete', ja: '完了' },
  cancelled: { en: 'cancelled', ja: '中止' },
  'budget-spent': { en: 'time was up', ja: '時間切れ' },
  'credentials-expired': { en: 'credentials expired', ja: '認証情報の期限切れ' },
};

/** A scan's state, in words; an unknown one shows its code. */
export const scanStatusWords: Readonly<Record<string, Localised>> = {
  waiting: { en: 'waiting', ja: '待機中' },
  running: { en: 'running', ja: '実行中' },
  complete: { en: 'complete', ja: '完了' },
  cancelled: { en: 'cancelled', ja: '中止' },
  'budget-spent': { en: 'time was up', ja: '時間切れ' },
  failed: { en: 'failed', ja: '失敗' },
  interrupted: { en: 'interrupted', ja: '中断' },
};

/** What is counted, in words; an unknown one shows its id. */
export const populationWords: Readonly<Record<string, Localised>> = {
  regions: { en: 'Enabled Regions', ja: '有効なリージョン' },
  users: { en: 'IAM users', ja: 'IAM ユーザー' },
  trails: { en: 'Trails', ja: '証跡' },
  buckets: { en: 'Log buckets', ja: 'ログのバケット' },
  recorders: { en: 'Config recorders', ja: 'Config レコーダー' },
  detectors: { en: 'GuardDuty detectors', ja: 'GuardDuty ディテクター' },
  'event-data-stores': { en: 'CloudTrail Lake stores', ja: 'CloudTrail Lake のストア' },
  accounts: { en: 'Accounts of the organization', ja: '組織のアカウント' },
};
