import type { Localised } from '../text.ts';

/** What can go wrong with people, their links and their ways to sign in. */
export const peopleProblems = {
  'last-owner': {
    status: 409,
    text: {
      en: 'This is the last owner without an end date. Make somebody else an owner first.',
      ja: '期限のない最後の所有者です。先にほかのユーザーを所有者にしてください。',
    },
  },
  'person-exists': {
    status: 409,
    text: {
      en: 'Somebody with this e-mail address is in the team already.',
      ja: 'このメールアドレスのユーザーはすでに登録されています。',
    },
  },
  'no-such-person': {
    status: 404,
    text: {
      en: 'Nobody signs in with {email}. “ippo user list” prints who does.',
      ja: '{email} のユーザーはいません。「ippo user list」で一覧を確認してください。',
    },
  },
  'no-password-to-reset': {
    status: 409,
    text: {
      en: 'This person signs in through your organisation and has no password here. Reset it there.',
      ja: 'このユーザーは組織のサインインを使っており、ここにパスワードがありません。再設定は組織側で行ってください。',
    },
  },
  'link-invalid': {
    status: 403,
    text: {
      en: 'This link was used, withdrawn or is too old. Ask an owner for a new one.',
      ja: 'このリンクは使用済みか、取り消されたか、期限切れです。所有者に新しいリンクを依頼してください。',
    },
  },
  'end-date-passed': {
    status: 400,
    text: {
      en: 'The end of the access must lie in the future.',
      ja: 'アクセスの終了日時は、現在より後にしてください。',
    },
  },
  'recent-sign-in-required': {
    status: 403,
    text: {
      en: 'Give your password again to go on: you signed in a while ago.',
      ja: 'サインインから時間が経っています。続けるにはパスワードをもう一度入力してください。',
    },
  },
  'password-wrong': {
    status: 403,
    text: { en: 'The password is not right.', ja: 'パスワードが正しくありません。' },
  },
  'code-wrong': {
    status: 403,
    text: {
      en: 'The code is not right. Wait for the next one, and check the clock of your phone.',
      ja: 'コードが正しくありません。次のコードを待って入力するか、スマートフォンの時刻を確認してください。',
    },
  },
  'too-many-tries': {
    status: 429,
    text: {
      en: 'Too many failed tries for this account. Wait 15 minutes, then go on.',
      ja: 'このアカウントでの失敗が多すぎます。15 分ほど待ってから続けてください。',
    },
  },
  'second-factor-on': {
    status: 409,
    text: {
      en: 'An authenticator app is in use already. Remove it first.',
      ja: '認証アプリはすでに有効です。先に解除してください。',
    },
  },
  'second-factor-off': {
    status: 409,
    text: { en: 'No authenticator app is in use.', ja: '認証アプリは有効になっていません。' },
  },
  'passkeys-not-possible': {
    status: 409,
    text: {
      en: 'Passkeys need a host name with HTTPS, or “localhost”. Open Ippo at such an address.',
      ja: 'パスキーは、HTTPS のホスト名または「localhost」でのみ使えます。該当するアドレスで Ippo を開いてください。',
    },
  },
  'passkey-refused': {
    status: 403,
    text: {
      en: 'This passkey was not accepted. Try again, or sign in with your password.',
      ja: 'このパスキーは受け付けられませんでした。もう一度試すか、パスワードでサインインしてください。',
    },
  },
  'no-role': {
    status: 403,
    text: {
      en: 'You are signed in, but have no role here yet. Ask an owner to give you one.',
      ja: 'サインインは完了していますが、まだロールがありません。所有者に割り当てを依頼してください。',
    },
  },
  'sign-in-not-linked': {
    status: 403,
    text: {
      en: 'Somebody here has this e-mail address, but does not sign in this way. Sign in as before, or ask an owner.',
      ja: 'このメールアドレスのユーザーは、別の方法でサインインしています。これまでの方法を使うか、所有者に相談してください。',
    },
  },
  'email-not-verified': {
    status: 403,
    text: {
      en: 'Your organisation’s sign-in does not say that your e-mail address is verified. Ask its administrator.',
      ja: '組織のサインインで、メールアドレスが確認済みになっていません。組織の管理者に相談してください。',
    },
  },
  'email-domain-refused': {
    status: 403,
    text: {
      en: 'E-mail addresses of this domain may not sign in here. Ask an owner.',
      ja: 'このドメインのメールアドレスではサインインできません。所有者に相談してください。',
    },
  },
  'access-ended': {
    status: 403,
    text: {
      en: 'Your access here has ended. Ask an owner.',
      ja: 'アクセスの期限が終了しています。所有者に相談してください。',
    },
  },
  'sso-expired': {
    status: 403,
    text: {
      en: 'This sign-in was used, took too long, or began in another browser. Begin again.',
      ja: 'このサインインは使用済みか、時間切れか、別のブラウザーで始めたものです。最初からやり直してください。',
    },
  },
  'sso-failed': {
    status: 502,
    text: {
      en: 'Your organisation’s sign-in could not be completed. Try again, or ask its administrator.',
      ja: '組織のサインインを完了できませんでした。もう一度試すか、組織の管理者に相談してください。',
    },
  },
  'key-invalid': {
    status: 401,
    text: {
      en: 'This API key does not work: it is wrong, revoked or expired. Make a new one in your profile.',
      ja: 'この API キーは使えません。誤りか、失効済みか、期限切れです。プロフィールで新しいキーを発行してください。',
    },
  },
  'key-not-allowed': {
    status: 403,
    text: {
      en: 'An API key of this scope does not allow this. Sign in, or use a key with a wider scope.',
      ja: 'この操作は、この API キーの権限では許可されていません。サインインして行うか、権限の広いキーを使ってください。',
    },
  },
  'too-many-keys': {
    status: 409,
    text: {
      en: 'You have 20 API keys, which is the most. Revoke one that is no longer used.',
      ja: 'API キーは 20 個までです。使っていないキーを失効させてください。',
    },
  },
  'no-data-folder': {
    status: 500,
    text: {
      en: 'There is no data of Ippo in {folder}. Set IPPO_DATA_DIR to the folder that the server uses.',
      ja: '{folder} に Ippo のデータがありません。サーバーと同じフォルダーを IPPO_DATA_DIR に設定してください。',
    },
  },
} as const satisfies Record<string, { status: number; text: Localised }>;
