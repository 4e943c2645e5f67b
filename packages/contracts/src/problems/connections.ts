import type { Localised } from '../text.ts';

/** What can go wrong with connected AWS accounts. */
export const connectionProblems = {
  'unknown-connection': {
    status: 404,
    text: {
      en: 'There is no connection “{target}”. Choose one of the connected accounts.',
      ja: '接続「{target}」はありません。接続済みのアカウントから選んでください。',
    },
  },
  'connection-paused': {
    status: 409,
    text: {
      en: 'This connection is paused. Resume it, then scan.',
      ja: 'この接続は一時停止中です。再開してからスキャンしてください。',
    },
  },
  'connection-not-ready': {
    status: 409,
    text: {
      en: 'This connection has not passed its test yet. Name its role and test it first.',
      ja: 'この接続はまだテストに合格していません。先にロールを登録し、テストしてください。',
    },
  },
  'connection-built-in': {
    status: 409,
    text: {
      en: 'This connection is a part of Ippo and stays. Pause it, or erase its history.',
      ja: 'この接続は Ippo に組み込まれているため削除できません。一時停止するか、履歴を消去してください。',
    },
  },
  'role-arn-refused': {
    status: 400,
    text: {
      en: 'This is not the ARN of a role that Ippo may use. It has to look like arn:aws:iam::123456789012:role/{pattern}.',
      ja: 'Ippo で使えるロールの ARN ではありません。arn:aws:iam::123456789012:role/{pattern} の形式で指定してください。',
    },
  },
  'account-connected': {
    status: 409,
    text: {
      en: 'Account {account} is connected already, as “{connection}”. An account is read through one connection only.',
      ja: 'アカウント {account} は「{connection}」としてすでに接続されています。1 つのアカウントに登録できる接続は 1 つだけです。',
    },
  },
  'account-mismatch': {
    status: 409,
    text: {
      en: 'The role belongs to account {expected}, but AWS answered as account {account}. Nothing was read.',
      ja: 'ロールはアカウント {expected} のものですが、AWS はアカウント {account} として応答しました。何も読み取っていません。',
    },
  },
  'account-not-repeated': {
    status: 400,
    text: {
      en: 'The account id does not match. Type the 12 digits of this connection’s account.',
      ja: 'アカウント ID が一致しません。この接続のアカウント ID（12 桁）を入力してください。',
    },
  },
  'account-held': {
    status: 409,
    text: {
      en: 'What is known of this account is held: {reason}. Release the hold first, or remove the connection and keep its history.',
      ja: 'このアカウントの履歴は保全されています：{reason}。先に保全を解除するか、履歴を残して接続を削除してください。',
    },
  },
  'role-refused': {
    status: 409,
    text: {
      en: 'AWS did not let Ippo use the role {role}. Check that it exists, that it trusts {caller}, and that its external id is the one shown here.',
      ja: 'ロール {role} を引き受けられませんでした。ロールが存在すること、{caller} を信頼していること、外部 ID がここに表示されたものと同じことを確認してください。',
    },
  },
  'role-open-without-external-id': {
    status: 409,
    text: {
      en: 'The role {role} also lets Ippo in without its external id, or with another one. Require exactly the external id shown here in its trust policy, then test again.',
      ja: 'ロール {role} は、外部 ID がなくても、または別の外部 ID でも引き受けられる状態です。信頼ポリシーの条件に、ここに表示された外部 ID を指定してから、もう一度テストしてください。',
    },
  },
  'role-in-other-partition': {
    status: 409,
    text: {
      en: 'The role is in the partition {partition}, the credentials of this machine are in {own}. AWS lets nobody cross from one to the other.',
      ja: 'ロールは {partition} パーティションにありますが、このマシンの認証情報は {own} のものです。AWS ではパーティションをまたいでロールを引き受けることはできません。',
    },
  },
  'caller-cannot-assume': {
    status: 409,
    text: {
      en: 'AWS lets {caller} assume no role. Run Ippo as an IAM role, or as an IAM user.',
      ja: '{caller} ではロールを引き受けられません。Ippo を IAM ロールまたは IAM ユーザーとして実行してください。',
    },
  },
  'connection-of-other-account': {
    status: 409,
    text: {
      en: 'This connection has read account {account}. Add another connection for account {other}.',
      ja: 'この接続はアカウント {account} を読み取り済みです。アカウント {other} には別の接続を追加してください。',
    },
  },
  'sts-region-disabled': {
    status: 409,
    text: {
      en: 'AWS STS is switched off in {region} for the account of the role. Start Ippo with AWS_REGION set to another Region.',
      ja: 'ロールのアカウントでは {region} の AWS STS が無効です。AWS_REGION に別のリージョンを設定して Ippo を起動してください。',
    },
  },
  'session-policy-refused': {
    status: 502,
    text: {
      en: 'AWS did not accept the policy with which Ippo narrows its own session. Nothing was read; please report this.',
      ja: 'セッションの権限を絞り込むポリシーが AWS に受け付けられませんでした。何も読み取っていません。不具合として報告してください。',
    },
  },
} as const satisfies Record<string, { status: number; text: Localised }>;
