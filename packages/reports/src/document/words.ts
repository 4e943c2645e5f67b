import type { Localised, ReadingReason, Unit } from '@ippo/contracts';

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

/** A scan's end, in words; an unknown one shows its code. */
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
  regions: { en: 'Regions', ja: 'リージョン' },
  users: { en: 'IAM users', ja: 'IAM ユーザー' },
  trails: { en: 'Trails', ja: '証跡' },
  buckets: { en: 'Log buckets', ja: 'ログのバケット' },
  recorders: { en: 'Config recorders', ja: 'Config レコーダー' },
  detectors: { en: 'GuardDuty detectors', ja: 'GuardDuty ディテクター' },
  'event-data-stores': { en: 'CloudTrail Lake stores', ja: 'CloudTrail Lake のストア' },
  accounts: { en: 'Accounts of the organization', ja: '組織のアカウント' },
};
