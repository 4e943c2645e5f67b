import type { Localised } from './text.ts';

/** Verdict reasons that any check may give; a check's own reasons stand in its file (checks.md 0.7). */
export const generalReasonTexts = {
  met: { en: 'The practice is met.', ja: '条件を満たしています。' },
  'not-met': { en: 'The practice is not met.', ja: '条件を満たしていません。' },
  'none-exists': { en: 'Nothing of the kind exists.', ja: '該当するものがありません。' },
  'not-read': {
    en: 'A needed answer could not be read: {action} ({region}). {readingReason}',
    ja: '判断に必要な {action}（{region}）を読み取れませんでした。{readingReason}',
  },
  'partly-read': {
    en: 'Some places could not be read; none of those read fails.',
    ja: '一部を読み取れませんでした。読み取れた範囲に不合格はありません。',
  },
  'nothing-to-judge': { en: 'There is nothing here to judge.', ja: '評価の対象がありません。' },
  'blocked-by': {
    en: '{check} is not met here, so there is nothing to judge yet; counted as not met.',
    ja: '前提の{check}が満たされていないため評価できません（未達として数えます）。',
  },
  'prerequisite-unknown': {
    en: 'We could not tell whether {check} is met here, so we cannot judge this either.',
    ja: '前提の{check}を判断できなかったため、これも判断できません。',
  },
  'region-not-enabled': {
    en: 'The Region is not enabled for the account.',
    ja: 'このリージョンはアカウントで有効になっていません。',
  },
  'region-changing': {
    en: 'The Region is being enabled or disabled.',
    ja: 'リージョンの有効化または無効化の途中です。',
  },
  'region-scp-denied': {
    en: 'An organization policy (SCP) closes this Region; the owner confirmed it.',
    ja: '組織のポリシー（SCP）で閉じられたリージョンです（所有者が確認済み）。',
  },
  'regions-not-listed': {
    en: 'The list of Regions could not be read, so further enabled Regions may exist.',
    ja: 'リージョンの一覧を読み取れなかったため、ほかにも有効なリージョンがある可能性があります。',
  },
  'service-not-in-region': {
    en: 'AWS does not offer the service in this Region.',
    ja: 'このリージョンでは提供されていないサービスです。',
  },
  'partition-lacks-it': {
    en: 'This part of AWS (partition) does not have the feature.',
    ja: 'AWS のこの区分（パーティション）にはない機能です。',
  },
  'sources-differ': {
    en: 'A live answer and an older report differ; the live one decides.',
    ja: '最新の応答とレポートが異なるため、最新の応答で判断しました。',
  },
  unanswered: { en: 'Waiting for a person’s answer.', ja: '担当者の回答を待っています。' },
  'answered-yes': { en: 'A person confirmed it.', ja: '担当者が「はい」と確認しました。' },
  'answered-no': {
    en: 'A person said that it is not so.',
    ja: '担当者が「いいえ」と回答しました。',
  },
  'answer-expired': {
    en: 'The answer is too old and must be given again.',
    ja: '回答の有効期限が切れています。もう一度回答が必要です。',
  },
  'setting-missing': {
    en: 'A setting needed for the judgement is empty.',
    ja: '判断に必要な設定が未入力です。',
  },
  'within-limit': { en: 'Everything is within the limit.', ja: 'すべて基準の範囲内です。' },
  'over-limit': { en: 'Something is beyond the limit.', ja: '基準を超えているものがあります。' },
  'never-used': {
    en: 'A credential was never used and is older than the limit.',
    ja: '一度も使われないまま基準の日数を超えた認証情報があります。',
  },
  'date-unreadable': {
    en: 'A date that decides could not be understood.',
    ja: '判断に必要な日付を解釈できません。',
  },
  'too-early': {
    en: 'It was set up too recently to tell.',
    ja: '設定直後のため、まだ判断できません。',
  },
  'aws-side': {
    en: 'AWS does this for every account.',
    ja: 'すべてのアカウントに対して AWS が実施しています。',
  },
  'check-crashed': {
    en: 'This check failed to run. That is our fault; it counts as unknown.',
    ja: 'チェックの実行に失敗しました。Ippo 側の不具合であり、不明として数えます。',
  },
} as const satisfies Record<string, Localised>;

export type GeneralReason = keyof typeof generalReasonTexts;
