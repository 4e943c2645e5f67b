import { defineCheck } from '../../define-check.ts';
import { fail, pass, unknown, unread } from '../../verdict.ts';
import { flag, reportTime, rootUser, type RootUser } from '../../aws/root-user.ts';
import { refers } from '../../define-framework.ts';

export default defineCheck({
  id: 'root-access-key',
  measure: 2,
  severity: 'critical',
  unit: 'account',
  aggregate: 'all',
  requires: ['iam.account-summary', 'iam.credential-report'],
  dependsOn: [],
  step: 'root-access-key',
  text: {
    en: {
      title: 'Root has no access key',
      short: 'Root key',
      todo: 'Delete the root user’s access key',
      why: 'An access key is a password for programs. A root key can do everything, needs no second factor, and is what attackers look for in leaked code.',
      good: 'The root user has no access key at all, not even a deactivated one.',
      reasons: {
        met: 'Root has no access key.',
        'sources-differ':
          'Root has no access key: the live answer says so, the older credential report still shows one.',
        'root-key-present': 'A root access key exists.',
        'root-key-inactive': 'A deactivated root access key exists and can be reactivated.',
        'root-key-inactive-or-deleted':
          'The report cannot tell a deactivated root key from a deleted one.',
      },
    },
    ja: {
      title: 'ルートユーザーのアクセスキーがない',
      short: 'ルートのキー',
      todo: 'ルートユーザーのアクセスキーを削除する',
      why: 'アクセスキーはプログラム用のパスワードです。ルートユーザーのキーがあればすべての操作ができ、MFA も求められません。流出したコードから真っ先に狙われます。',
      good: 'ルートユーザーのアクセスキーが、無効化されたものも含めて 1 つもない状態です。',
      reasons: {
        met: 'ルートユーザーのアクセスキーはありません。',
        'sources-differ':
          'ルートユーザーのアクセスキーはありません。最新の応答で確認しました（認証情報レポートには、まだ反映されていません）。',
        'root-key-present': 'ルートユーザーのアクセスキーが存在します。',
        'root-key-inactive':
          '無効化されたルートユーザーのアクセスキーが残っています（再度有効にできます）。',
        'root-key-inactive-or-deleted':
          'ルートユーザーのアクセスキーが、無効化されたのか削除されたのかをレポートから判別できません。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Find out what uses the key: its last use is in the credential report.',
          'Give that program a role, or a user of its own, with only what it needs.',
          'Sign in as root, open “Security credentials”, deactivate the key, and wait until every job that might use it has run once.',
          'Delete the key.',
        ],
        ja: [
          'キーを使っているものを確認します（最終利用日時は認証情報レポートにあります）。',
          'そのプログラムには、必要な権限だけを持つロールか専用ユーザーを用意します。',
          'ルートユーザーでサインインし、「セキュリティ認証情報」でキーを無効化します。月次処理なども一巡するまで様子を見ます。',
          'キーを削除します。',
        ],
      },
      link: 'https://console.aws.amazon.com/iam/home#/security_credentials',
    },
    cli: {
      lines: `# With root's own credentials, for instance in CloudShell; make no new key for this.
aws iam list-access-keys
aws iam update-access-key --access-key-id <access-key-id> --status Inactive
# Only when nothing has stopped; a deleted key cannot be brought back:
aws iam delete-access-key --access-key-id <access-key-id>`,
      mends: { 'root-key-present': [0] },
      actions: ['iam:ListAccessKeys', 'iam:UpdateAccessKey', 'iam:DeleteAccessKey'],
    },
    cloudformation: {
      none: {
        en: 'Root’s keys are no CloudFormation resource.',
        ja: 'ルートユーザーのキーは CloudFormation では扱えません。',
      },
    },
    terraform: {
      none: {
        en: 'Root’s keys are no Terraform resource.',
        ja: 'ルートユーザーのキーは Terraform では扱えません。',
      },
    },
    minutes: 15,
    cost: {
      text: { en: 'Nothing new.', ja: '追加なし' },
      link: 'https://aws.amazon.com/iam/faqs/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Programs that use the key stop. Deactivate it first: that can be undone, deleting cannot.',
      ja: 'キーを使うプログラムは止まります。まず無効化してください（無効化は戻せますが、削除は戻せません）。',
    },
  },
  references: [
    ...refers(
      'proves',
      { en: 'ours also fails deactivated keys', ja: '無効化されたキーも不合格とするため' },
      { prowler: ['iam_no_root_access_key'] },
    ),
    ...refers(
      'proves',
      {
        en: 'no root access key is the whole item',
        ja: 'ルートユーザーのアクセスキーがないことが項目のすべてであるため',
      },
      {
        'cis-aws-3.0': ['1.4'],
        'cis-aws-5.0': ['1.3'],
        'cis-aws-6.0': ['2.3'],
        'cis-aws-7.0': ['2.4'],
      },
    ),
    ...refers(
      'proves',
      {
        en: 'no root access key is the whole control',
        ja: 'ルートユーザーのアクセスキーがないことがコントロールのすべてであるため',
      },
      { 'security-hub': ['IAM.4'] },
    ),
    ...refers(
      'contributes',
      {
        en: 'a root key is use of root',
        ja: 'ルートユーザーのキーは、ルートユーザーの利用にあたるため',
      },
      { 'aws-ssb': ['ACCT.02'], 'aws-ssb-2022': ['ACCT.02'] },
    ),
  ],
  evaluate(evidence) {
    const root = rootUser(evidence);
    const { summary, report } = root;
    const params = reportTime(root);
    if (root.keys === false) {
      const differs = reportShowsKey(root);
      return [pass(differs ? 'sources-differ' : 'met', params, summary, report)];
    }
    if (root.keys === true) {
      if (onlyDeactivated(root))
        return [{ ...fail('root-key-inactive', params, summary, report), severity: 'high' }];
      return [fail('root-key-present', params, summary, report)];
    }
    if (root.liveRow && deactivatedOrDeleted(root))
      return [unknown('root-key-inactive-or-deleted', params, summary, report)];
    return [unread(summary, report)];
  },
});

function keys({ row }: RootUser) {
  return [
    { active: flag(row?.access_key_1_active), rotated: row?.access_key_1_last_rotated },
    { active: flag(row?.access_key_2_active), rotated: row?.access_key_2_last_rotated },
  ];
}

function dated(rotated: string | undefined): boolean {
  return rotated !== undefined && !Number.isNaN(Date.parse(rotated));
}

function reportShowsKey(root: RootUser): boolean {
  return keys(root).some((key) => key.active === true || dated(key.rotated));
}

/** A report that knows no key was made before the key was: that one may well be active. */
function onlyDeactivated(root: RootUser): boolean {
  const shown = keys(root);
  return shown.every((key) => key.active === false) && shown.some((key) => dated(key.rotated));
}

/** Deleting a key leaves its date in the report, just as deactivating it does. */
function deactivatedOrDeleted(root: RootUser): boolean {
  return keys(root).some((key) => key.active === false && dated(key.rotated));
}
