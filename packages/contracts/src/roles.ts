import { z } from 'zod';
import type { Localised } from './text.ts';

/** The roles of this install, from most to least trusted. */
export const roles = ['owner', 'operator', 'viewer', 'auditor'] as const;
// Marked so that the page, which asks only `may`, does not bring zod with it.
export const roleSchema = /* @__PURE__ */ z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** The words of a role. */
export const roleWords: Readonly<Record<Role, Localised>> = {
  owner: { en: 'Owner', ja: '所有者' },
  operator: { en: 'Operator', ja: '運用者' },
  viewer: { en: 'Viewer', ja: '閲覧者' },
  auditor: { en: 'Auditor', ja: '監査人' },
};

/** Who may call an endpoint: anyone without a session, anyone signed in, or what a permission says. */
export const permissions = {
  anyone: 'no session needed',
  /** Reports, findings, evidence and exports, of the accounts that the person may see. */
  read: ['owner', 'operator', 'viewer', 'auditor'],
  /** One's own password, second factor, sessions and keys. */
  self: ['owner', 'operator', 'viewer', 'auditor'],
  /** Scan, cancel, answer questions, preflight. */
  scan: ['owner', 'operator'],
  /** Accept risks: make, approve, import and end exceptions. */
  accept: ['owner', 'operator'],
  /** Say that one looked at a week. */
  review: ['owner', 'operator'],
  /** Connect, test, rename, pause and remove AWS accounts. */
  connect: ['owner'],
  /** People, their roles and invitations. */
  team: ['owner'],
  /** Schedules, retention, thresholds, holds. */
  settings: ['owner'],
  /** Who did what in this install. */
  audit: ['owner'],
} as const satisfies Record<string, readonly Role[] | string>;
export type Permission = keyof typeof permissions;

/** What each permission lets one do, as the pages and docs say it. */
export const permissionWords: Readonly<Record<Exclude<Permission, 'anyone'>, Localised>> = {
  read: {
    en: 'See reports, findings, evidence and exports of the accounts one may see',
    ja: '参照できるアカウントのレポート・検出事項・証拠・エクスポートを見る',
  },
  self: {
    en: 'Change one’s own password, second factor, passkeys, sessions and keys',
    ja: '自分のパスワード・2 段階認証・パスキー・セッション・キーを管理する',
  },
  scan: {
    en: 'Scan, cancel a scan, answer questions, try permissions',
    ja: 'スキャンの実行と中止、質問への回答、権限の確認を行う',
  },
  accept: {
    en: 'Accept risks: make, approve, import and end exceptions',
    ja: 'リスクを受容する（例外の作成・承認・インポート・終了）',
  },
  review: {
    en: 'Mark a week as reviewed',
    ja: '週次レビューを確認済みにする',
  },
  connect: {
    en: 'Connect, test, rename, pause and remove AWS accounts',
    ja: 'AWS アカウントを接続・テスト・改名・一時停止・削除する',
  },
  team: {
    en: 'Invite people, change their access, reset and remove them',
    ja: 'ユーザーの招待・アクセス権の変更・再設定・削除を行う',
  },
  settings: {
    en: 'Set schedules, retention, thresholds and holds',
    ja: 'スケジュール・保存期間・しきい値・保全を設定する',
  },
  audit: {
    en: 'Read, verify and export who did what here',
    ja: '監査ログを参照・検証・エクスポートする',
  },
};

/** What each role may do: the table of `permissions`, read by role. */
export const roleVerbs: Readonly<Record<Role, readonly Exclude<Permission, 'anyone'>[]>> = {
  owner: verbsOf('owner'),
  operator: verbsOf('operator'),
  viewer: verbsOf('viewer'),
  auditor: verbsOf('auditor'),
};

function verbsOf(role: Role) {
  const verbs = Object.keys(permissionWords) as Exclude<Permission, 'anyone'>[];
  return verbs.filter((verb) => may(role, verb));
}

/** Whether a role may do what a permission names. */
export function may(role: Role | null, permission: Permission): boolean {
  if (permission === 'anyone') return true;
  const allowed: readonly Role[] = permissions[permission];
  return role !== null && allowed.includes(role);
}
