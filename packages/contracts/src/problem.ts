import { z } from 'zod';
import { backupProblems } from './problems/backups.ts';
import { closedRegionProblems } from './problems/closed-regions.ts';
import { connectionProblems } from './problems/connections.ts';
import { exceptionProblems } from './problems/exceptions.ts';
import { exportProblems } from './problems/exports.ts';
import { packProblems } from './problems/packs.ts';
import { peopleProblems } from './problems/people.ts';
import { reportProblems } from './problems/reports.ts';
import { weeklyProblems } from './problems/weekly.ts';
import type { Localised } from './text.ts';

/** Every error of the API and the command line: a stable code, its HTTP status, and what to do about it. */
export const problems = {
  ...backupProblems,
  ...closedRegionProblems,
  ...connectionProblems,
  ...exceptionProblems,
  ...exportProblems,
  ...packProblems,
  ...peopleProblems,
  ...reportProblems,
  ...weeklyProblems,
  'bad-request': {
    status: 400,
    text: { en: 'The request is not valid.', ja: 'リクエストの形式が正しくありません。' },
  },
  'sign-in-required': {
    status: 401,
    text: { en: 'Sign in to go on.', ja: '続けるにはサインインが必要です。' },
  },
  'sign-in-failed': {
    status: 401,
    text: {
      en: 'The e-mail address or the password is not right.',
      ja: 'メールアドレスまたはパスワードが正しくありません。',
    },
  },
  forbidden: {
    status: 403,
    text: {
      en: 'Your role does not allow this. Ask an owner.',
      ja: 'この操作は現在のロールでは許可されていません。所有者に相談してください。',
    },
  },
  'origin-refused': {
    status: 403,
    text: {
      en: 'The request came from another site and was refused.',
      ja: '別のサイトからのリクエストのため拒否しました。',
    },
  },
  'host-refused': {
    status: 421,
    text: {
      en: 'This address is not the one that Ippo serves. Set IPPO_BASE_URL to the address you use.',
      ja: 'このアドレスは許可されていません。IPPO_BASE_URL に実際のアドレスを設定してください。',
    },
  },
  'not-found': {
    status: 404,
    text: { en: 'There is nothing at this address.', ja: 'このアドレスには何もありません。' },
  },
  'setup-token-invalid': {
    status: 403,
    text: {
      en: 'This link was used or is too old. Restart Ippo to get a new one.',
      ja: 'このリンクは使用済みか、期限切れです。Ippo を再起動すると新しいリンクが表示されます。',
    },
  },
  'setup-done': {
    status: 409,
    text: {
      en: 'An owner exists already. Sign in instead.',
      ja: '所有者は登録済みです。サインインしてください。',
    },
  },
  'setup-required': {
    status: 403,
    text: {
      en: 'No owner exists yet. Open the setup link that Ippo printed at its start.',
      ja: '所有者が未登録です。起動時に表示されたセットアップ用リンクを開いてください。',
    },
  },
  'password-too-short': {
    status: 400,
    text: {
      en: 'The password needs at least 14 characters.',
      ja: 'パスワードは 14 文字以上にしてください。',
    },
  },
  'scan-running': {
    status: 409,
    text: {
      en: 'A scan of this account is running. Wait for it or cancel it.',
      ja: 'このアカウントはスキャン中です。終了を待つか、中止してください。',
    },
  },
  'unknown-question': {
    status: 400,
    text: {
      en: 'The check “{check}” has no question “{question}”. Reload the page, then answer again.',
      ja: 'チェック「{check}」に「{question}」という質問はありません。画面を再読み込みしてから回答してください。',
    },
  },
  'not-comparable': {
    status: 400,
    text: {
      en: 'Only two complete scans of the same account can be compared.',
      ja: '比較できるのは、同じアカウントの完了したスキャン同士だけです。',
    },
  },
  'no-report': {
    status: 404,
    text: { en: 'Nothing was read yet.', ja: 'まだ何も読み取っていません。' },
  },
  'no-credentials': {
    status: 409,
    text: {
      en: 'No AWS credentials were found on this machine. Sign in, for example with “aws sso login”, or set AWS_PROFILE.',
      ja: 'このマシンに AWS の認証情報が見つかりません。「aws sso login」などでサインインするか、AWS_PROFILE を設定してください。',
    },
  },
  'credentials-refused': {
    status: 409,
    text: {
      en: 'AWS no longer accepts these credentials. Sign in again, then scan again.',
      ja: 'この認証情報は AWS で無効になりました。サインインし直してから、もう一度スキャンしてください。',
    },
  },
  'aws-unreachable': {
    status: 502,
    text: {
      en: 'AWS could not be reached. Check the network and the endpoint, then scan again.',
      ja: 'AWS に接続できませんでした。ネットワークとエンドポイントを確認してから、もう一度スキャンしてください。',
    },
  },
  'too-many-requests': {
    status: 429,
    text: {
      en: 'Too many tries. Wait a minute, then go on.',
      ja: '試行回数が多すぎます。1 分ほど待ってから続けてください。',
    },
  },
  'storage-failed': {
    status: 503,
    text: {
      en: 'The data folder could not be written. Nothing was changed; free some space or check its permissions.',
      ja: 'データフォルダーに書き込めませんでした。変更は保存されていません。空き容量と権限を確認してください。',
    },
  },
  'outbound-refused': {
    status: 400,
    text: {
      en: 'Ippo does not connect to {host}. It asks https addresses of the public internet only; name a host of your own network in IPPO_PRIVATE_HOSTS.',
      ja: 'Ippo は {host} に接続しません。接続先はインターネット上の https アドレスに限られます。社内のホストは IPPO_PRIVATE_HOSTS に指定してください。',
    },
  },
  'outbound-failed': {
    status: 502,
    text: {
      en: '{host} did not give a usable answer. Check that the address is right and that it answers directly, without a redirect.',
      ja: '{host} から有効な応答がありませんでした。アドレスが正しく、リダイレクトなしで応答するか確認してください。',
    },
  },
  internal: {
    status: 500,
    text: {
      en: 'Ippo failed to do this. That is our fault; nothing was changed.',
      ja: 'Ippo 側の不具合で処理できませんでした。変更は保存されていません。',
    },
  },
  'folder-in-use': {
    status: 500,
    text: {
      en: 'Another Ippo uses the data folder {folder}. Stop it, or set IPPO_DATA_DIR to another folder.',
      ja: 'データフォルダー {folder} は別の Ippo が使用中です。停止するか、IPPO_DATA_DIR に別のフォルダーを設定してください。',
    },
  },
  'port-in-use': {
    status: 500,
    text: {
      en: 'Port {port} is in use. Stop the other program, or set IPPO_PORT to another port.',
      ja: 'ポート {port} は使用中です。ほかのプログラムを停止するか、IPPO_PORT に別のポートを設定してください。',
    },
  },
  'setting-invalid': {
    status: 500,
    text: {
      en: 'The setting {setting} is not valid: {why}',
      ja: '設定 {setting} が正しくありません：{why}',
    },
  },
  'several-processes-need-postgresql': {
    status: 500,
    text: {
      en: 'A process with the role {role} shares its data with others, which needs PostgreSQL. Set DATABASE_URL, or leave out the role.',
      ja: 'ロール {role} のプロセスはデータを共有するため、PostgreSQL が必要です。DATABASE_URL を設定するか、ロールの指定を外してください。',
    },
  },
  'database-unreachable': {
    status: 503,
    text: {
      en: 'The database did not let us in: {why}. Check DATABASE_URL and that PostgreSQL runs.',
      ja: 'データベースに接続できませんでした：{why}。DATABASE_URL と PostgreSQL の起動状態を確認してください。',
    },
  },
  'database-away': {
    status: 503,
    text: {
      en: 'The database does not answer right now. Try again in a moment; look first whether your last change was kept.',
      ja: '現在、データベースが応答していません。少し待ってから再試行してください。直前の変更が保存されたかどうかも確認してください。',
    },
  },
  'time-zone-unknown': {
    status: 400,
    text: {
      en: 'There is no time zone “{zone}”. Use a name such as Asia/Tokyo or Europe/Berlin.',
      ja: 'タイムゾーン「{zone}」はありません。Asia/Tokyo のような名前を指定してください。',
    },
  },
  'cron-unreadable': {
    status: 400,
    text: {
      en: '“{cron}” is not a cron expression of five fields: minute, hour, day, month, weekday.',
      ja: '「{cron}」は 5 項目（分・時・日・月・曜日）の cron 式ではありません。',
    },
  },
  'schedule-never-runs': {
    status: 400,
    text: {
      en: '“{cron}” names no day that exists, so it would never run.',
      ja: '「{cron}」に当てはまる日が存在しないため、一度も実行されません。',
    },
  },
  'schedule-too-often': {
    status: 400,
    text: {
      en: '“{cron}” scans more often than every {minutes} minutes. Leave more time between two scans.',
      ja: '「{cron}」ではスキャンの間隔が {minutes} 分より短くなります。間隔を空けてください。',
    },
  },
  'unknown-world': {
    status: 400,
    text: {
      en: 'There is no simulated account “{world}”. Known: {known}',
      ja: 'シミュレーション用アカウント「{world}」はありません。利用できるもの：{known}',
    },
  },
} as const satisfies Record<string, { status: number; text: Localised }>;

export type ProblemCode = keyof typeof problems;
export const problemCodes = Object.keys(problems) as ProblemCode[];

/** An RFC 9457 problem body; `type` is `urn:ippo:problem:<code>`. */
export const problemSchema = z.object({
  type: z.string(),
  code: z.enum(problemCodes as [ProblemCode, ...ProblemCode[]]),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  /** What fills the marks of the code's sentence, where it has any. */
  params: z.record(z.string(), z.string()).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** An error that a caller cannot go on from: a stable code and what fills its sentence. */
export class DomainError extends Error {
  readonly code: ProblemCode;
  readonly params: Record<string, string>;

  constructor(code: ProblemCode, params: Record<string, string> = {}, cause?: unknown) {
    super(problemSentence(code, params, 'en'), { cause });
    this.name = 'DomainError';
    this.code = code;
    this.params = params;
  }
}

/** The sentence of a problem in a reader's language. */
export function problemSentence(
  code: ProblemCode,
  params: Record<string, string>,
  language: 'en' | 'ja',
): string {
  return problems[code].text[language].replace(
    /\{(\w+)\}/g,
    (mark, name: string) => params[name] ?? mark,
  );
}
