import { z } from 'zod';
import { instantSchema, type Instant, type Localised } from './text.ts';

/** Why something could not be read, with a sentence for each (checks.md 0.2 is its source; closed). */
export const readingReasonTexts = {
  denied: { en: 'The role is not allowed to read this.', ja: '読み取り権限がありません。' },
  'scp-denied': {
    en: 'An organization policy (SCP) forbids reading this.',
    ja: '組織のポリシー（SCP）で読み取りが禁止されています。',
  },
  'needs-management-account': {
    en: 'Only the management or delegated administrator account can read this.',
    ja: '管理アカウントまたは委任管理者アカウントからのみ読み取れます。',
  },
  'bad-credentials': {
    en: 'AWS did not accept the credentials here.',
    ja: 'ここでは AWS が認証情報を受け付けませんでした。',
  },
  throttled: {
    en: 'AWS asked us to slow down until the time was up.',
    ja: 'AWS の呼び出し制限により、時間内に読み取れませんでした。',
  },
  'timed-out': { en: 'There was no answer in time.', ja: '時間内に応答がありませんでした。' },
  network: {
    en: 'The endpoint could not be reached.',
    ja: 'エンドポイントに接続できませんでした。',
  },
  'not-activated': {
    en: 'The account is not activated for this service.',
    ja: 'このサービスがアカウントで有効化されていません。',
  },
  'not-ready': {
    en: 'AWS had not finished preparing this.',
    ja: 'AWS 側の準備が完了していません。',
  },
  stale: {
    en: 'What could be read is too old to rely on.',
    ja: '読み取れた情報が古く、判断に使えません。',
  },
  'not-asked': {
    en: 'Not asked: this run was limited or ended before it.',
    ja: 'この実行の対象外だったか、実行が途中で終わったため、確認していません。',
  },
  capped: {
    en: 'Not asked: the limit of follow-up calls was reached.',
    ja: '追加確認の上限に達したため確認していません。',
  },
  'too-large': {
    en: 'The answer was too large to keep.',
    ja: '応答が大きすぎるため保存できませんでした。',
  },
  malformed: {
    en: 'The answer could not be understood.',
    ja: '応答の形式を解釈できませんでした。',
  },
  unexpected: {
    en: 'AWS answered with an error that we do not know.',
    ja: 'AWS から想定外のエラーが返されました。',
  },
} as const satisfies Record<string, Localised>;

export type ReadingReason = keyof typeof readingReasonTexts;
export const readingReasons = Object.keys(readingReasonTexts) as ReadingReason[];
export const readingReasonSchema = z.enum(readingReasons as [ReadingReason, ...ReadingReason[]]);

/** A reading that AWS answered. `at` is when the last answer it rests on arrived (UTC). */
export type Readable<T> = { at: Instant; readable: true; value: T };

/**
 * A reading that could not be made: why, and the IAM action that was needed.
 * `detail` is AWS's error name; `partial` is what the pages before the refused one held.
 */
export type Unreadable<T> = {
  at: Instant;
  readable: false;
  reason: ReadingReason;
  action: string;
  detail?: string;
  partial?: T;
};

/** One AWS answer inside the evidence: the value, or the reason why it could not be read. */
export type Reading<T> = Readable<T> | Unreadable<T>;

/** The stored shape of a reading; its value is checked against its evidence type when loaded. */
export const readingSchema = z.discriminatedUnion('readable', [
  z.object({ at: instantSchema, readable: z.literal(true), value: z.unknown() }),
  z.object({
    at: instantSchema,
    readable: z.literal(false),
    reason: readingReasonSchema,
    action: z.string(),
    detail: z.string().optional(),
    partial: z.unknown().optional(),
  }),
]);
