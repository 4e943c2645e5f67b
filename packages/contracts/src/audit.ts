import { z } from 'zod';
import { instantSchema, type Localised } from './text.ts';

/**
 * Everything that leaves an entry in the audit log, with its name on screen. A new action is a line
 * here; an old one stays for as long as rows name it, which is for ever.
 */
export const auditActions = {
  'owner.created': { en: 'Owner created', ja: '所有者を登録' },
  'user.created': { en: 'Person added', ja: 'ユーザーを追加' },
  'setup.refused': { en: 'Setup refused', ja: 'セットアップを拒否' },
  'session.started': { en: 'Signed in', ja: 'サインイン' },
  'session.refused': { en: 'Sign-in refused', ja: 'サインインを拒否' },
  'session.ended': { en: 'Signed out', ja: 'サインアウト' },
  'invite.created': { en: 'Person invited', ja: 'ユーザーを招待' },
  'invite.revoked': { en: 'Invitation withdrawn', ja: '招待を取り消し' },
  'invite.accepted': { en: 'Invitation accepted', ja: '招待を承諾' },
  'link.refused': { en: 'Link refused', ja: 'リンクを拒否' },
  'access.changed': { en: 'Access changed', ja: 'アクセス権を変更' },
  'person.removed': { en: 'Person removed', ja: 'ユーザーを削除' },
  'person.renamed': { en: 'Name changed', ja: '名前を変更' },
  'person.zone-set': { en: 'Time zone changed', ja: 'タイムゾーンを変更' },
  'reset.created': { en: 'Reset link made', ja: 'パスワード再設定リンクを発行' },
  'reset.used': { en: 'Password set by reset link', ja: 'リンクからパスワードを再設定' },
  'sessions.ended': { en: 'Signed out everywhere', ja: 'すべてのセッションを終了' },
  'session.confirmed': { en: 'Password given again', ja: 'パスワードを再確認' },
  'password.changed': { en: 'Password changed', ja: 'パスワードを変更' },
  'password.refused': { en: 'Wrong password given again', ja: 'パスワードの再確認に失敗' },
  'second-factor.enabled': { en: 'Authenticator app turned on', ja: '認証アプリを有効化' },
  'second-factor.removed': { en: 'Second factor removed', ja: '2 段階認証を解除' },
  'backup-codes.made': { en: 'Backup codes made', ja: 'バックアップコードを発行' },
  'passkey.added': { en: 'Passkey added', ja: 'パスキーを追加' },
  'passkey.removed': { en: 'Passkey removed', ja: 'パスキーを削除' },
  'key.made': { en: 'API key made', ja: 'API キーを発行' },
  'key.revoked': { en: 'API key revoked', ja: 'API キーを失効' },
  'key.refused': { en: 'API key refused', ja: 'API キーを拒否' },
  'scan.started': { en: 'Scan started', ja: 'スキャンを開始' },
  'scan.cancelled': { en: 'Scan cancelled', ja: 'スキャンを中止' },
  'scan.ended': { en: 'Scan ended', ja: 'スキャンが終了' },
  'thresholds.set': { en: 'Thresholds changed', ja: 'しきい値を変更' },
  'region.confirmed-closed': {
    en: 'Region confirmed as closed',
    ja: '閉じたリージョンを確認済みに設定',
  },
  'region.confirmation-ended': {
    en: 'Confirmation of a closed Region ended',
    ja: '閉じたリージョンの確認を終了',
  },
  'retention.set': { en: 'Retention changed', ja: '保存期間を変更' },
  'hold.set': { en: 'Period held', ja: '期間を保全' },
  'hold.released': { en: 'Hold released', ja: '保全を解除' },
  'backup.made': { en: 'Backup made', ja: 'バックアップを作成' },
  'backup.restored': { en: 'Backup restored', ja: 'バックアップを復元' },
  'evidence.pruned': { en: 'Old evidence pruned', ja: '古い証拠を削除' },
  'schedule.set': { en: 'Schedule changed', ja: 'スケジュールを変更' },
  'attestation.given': { en: 'Question answered', ja: '質問に回答' },
  'exception.made': { en: 'Risk accepted', ja: 'リスクを受容' },
  'exception.requested': { en: 'Risk put up for acceptance', ja: 'リスクの受容を申請' },
  'exception.approved': { en: 'Accepted risk approved', ja: 'リスクの受容を承認' },
  'exception.revoked': { en: 'Accepted risk ended', ja: 'リスクの受容を終了' },
  'exceptions.imported': { en: 'Accepted risks imported', ja: '受容したリスクをインポート' },
  'exceptions.exported': { en: 'Accepted risks exported', ja: '受容したリスクをエクスポート' },
  'exceptions.rules-set': { en: 'Rule of accepted risks changed', ja: 'リスク受容のルールを変更' },
  'week.reviewed': { en: 'Week reviewed', ja: '週次レビューを確認' },
  'week.review-undone': { en: 'Review taken back', ja: '週次レビューの確認を取り消し' },
  'connection.added': { en: 'Connection added', ja: '接続を追加' },
  'connection.role-named': { en: 'Role of a connection named', ja: '接続のロールを登録' },
  'connection.tested': { en: 'Connection tested', ja: '接続をテスト' },
  'connection.refused': { en: 'Connection failed its test', ja: '接続がテストに不合格' },
  'connection.renamed': { en: 'Connection renamed', ja: '接続の名前を変更' },
  'connection.paused': { en: 'Connection paused', ja: '接続を一時停止' },
  'connection.resumed': { en: 'Connection resumed', ja: '接続を再開' },
  'connection.removed': { en: 'Connection removed', ja: '接続を削除' },
  'connection.erased': { en: 'History of a connection erased', ja: '接続の履歴を消去' },
  'table.exported': { en: 'Table exported', ja: '表をエクスポート' },
  'signing-key.made': { en: 'Signing key made', ja: '署名鍵を作成' },
  'signing-key.rotated': { en: 'Signing key replaced', ja: '署名鍵を更新' },
  'report.made': { en: 'Report made', ja: 'レポートを作成' },
  // No longer written: its export is one of the tables now. Old rows still have it.
  'audit.exported': { en: 'Audit log exported', ja: '監査ログをエクスポート' },
} as const satisfies Record<string, Localised>;
export type AuditAction = keyof typeof auditActions;
export const auditActionNames = Object.keys(auditActions) as [AuditAction, ...AuditAction[]];

/** One row of the audit log. */
export const auditRowSchema = z.object({
  id: z.number().int(),
  at: instantSchema,
  /** User id; null for this install itself and for strangers. */
  actor: z.string().nullable(),
  /** The person's name on that day. */
  actorName: z.string().nullable(),
  /** One of `auditActions`, or what a later version wrote. */
  action: z.string(),
  subject: z.string().nullable(),
  detail: z.record(z.string(), z.string()),
  /** Place in the chain, from 1; null in rows from before the log was chained. */
  position: z.number().int().nullable(),
  previousHash: z.string().nullable(),
  /** SHA-256 (hex) of the canonical JSON of this row's other fields but `id`. */
  hash: z.string().nullable(),
});
export type AuditRow = z.infer<typeof auditRowSchema>;

/** Which rows; times are inclusive from, exclusive to. */
export const auditFilterSchema = z.object({
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  actor: z.string().max(200).optional(),
  action: z.enum(auditActionNames).optional(),
  /** Part of the subject, in any case of its letters. */
  subject: z.string().max(200).optional(),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** What looking along the whole chain found. */
export const auditVerdictSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('unbroken'),
    rows: z.number().int(),
    /** Rows from before the log was chained; the first link covers them all. */
    olderRows: z.number().int(),
    /** Hash of the last row: kept elsewhere, it shows later that no row was cut off at the end. */
    head: z.string().nullable(),
    /** When the first linked row was written; null where there is none. */
    since: instantSchema.nullable(),
  }),
  z.object({
    state: z.literal('broken'),
    /** The first row that does not fit. */
    id: z.number().int(),
    at: instantSchema,
    reason: z.enum(['altered', 'not-linked', 'missing-before', 'not-chained']),
  }),
  /** Every row fits, but the head that was kept elsewhere is not among them. */
  z.object({ state: z.literal('head-missing'), rows: z.number().int() }),
]);
export type AuditVerdict = z.infer<typeof auditVerdictSchema>;
