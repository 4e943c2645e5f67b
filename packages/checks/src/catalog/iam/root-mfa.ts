import { defineCheck } from '../../define-check.ts';
import { fail, notApplicable, pass, unread } from '../../verdict.ts';
import { flag, hasCredentials, reportTime, rootUser, standIn } from '../../aws/root-user.ts';
import { refers } from '../../define-framework.ts';

export default defineCheck({
  id: 'root-mfa',
  measure: 2,
  severity: 'critical',
  unit: 'account',
  aggregate: 'all',
  requires: ['sts.caller-identity', 'iam.account-summary', 'iam.credential-report'],
  dependsOn: [],
  step: 'root-mfa',
  text: {
    en: {
      title: 'Root signs in with MFA',
      short: 'Root MFA',
      todo: 'Set up MFA for the root user',
      why: 'The root user can do everything, closing the account included. With a second factor (MFA), a stolen password alone opens nothing.',
      good: 'At least one MFA device or passkey is registered for the root user.',
      reasons: {
        met: 'Root MFA is on.',
        'sources-differ':
          'Root MFA is on: the live answer says so, the older credential report does not yet.',
        'root-mfa-off': 'Root can sign in without MFA.',
        'root-has-no-credentials': 'Root has no password, key or certificate: nothing to protect.',
      },
    },
    ja: {
      title: 'ルートユーザーに MFA が設定されている',
      short: 'ルートの MFA',
      todo: 'ルートユーザーに MFA を設定する',
      why: 'ルートユーザーは、アカウントの解約を含むすべての操作ができます。多要素認証（MFA）があれば、パスワードが漏れただけではサインインできません。',
      good: 'ルートユーザーに MFA デバイスまたはパスキーが 1 つ以上登録されている状態です。',
      reasons: {
        met: 'ルートユーザーの MFA は有効です。',
        'sources-differ':
          'ルートユーザーの MFA は有効です。最新の応答で確認しました（認証情報レポートには、まだ反映されていません）。',
        'root-mfa-off': 'ルートユーザーに MFA が設定されていません。',
        'root-has-no-credentials':
          'ルートユーザーに認証情報がありません（パスワード・キー・証明書なし）。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Sign in as the root user (the account’s e-mail address).',
          'Open “Security credentials” under your account name, at the top right.',
          'Choose “Assign MFA device”; take a passkey or security key, or an authenticator app.',
          'Register a second device too, and keep it in a safe place.',
        ],
        ja: [
          'ルートユーザー（アカウントのメールアドレス）でサインインします。',
          '右上のアカウント名から「セキュリティ認証情報」を開きます。',
          '「MFA デバイスの割り当て」を選び、パスキー、セキュリティキー、または認証アプリを登録します。',
          '予備のデバイスも登録し、安全な場所に保管します。',
        ],
      },
      link: 'https://console.aws.amazon.com/iam/home#/security_credentials',
    },
    cli: {
      none: {
        en: 'AWS accepts this only from the root user in the console.',
        ja: 'この操作は、ルートユーザーがコンソールで行う必要があります。',
      },
    },
    cloudformation: {
      none: {
        en: 'Root’s MFA is no CloudFormation resource.',
        ja: 'ルートユーザーの MFA は CloudFormation では設定できません。',
      },
    },
    terraform: {
      none: {
        en: 'Root’s MFA is no Terraform resource.',
        ja: 'ルートユーザーの MFA は Terraform では設定できません。',
      },
    },
    minutes: 5,
    cost: {
      text: {
        en: 'Nothing new with an app or passkey; a security key is bought once.',
        ja: '認証アプリやパスキーなら追加なし（セキュリティキーは購入費のみ）',
      },
      link: 'https://aws.amazon.com/iam/features/mfa/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Nothing breaks. Root sign-in needs the device from then on; without a second one, a lost device means recovery by e-mail and phone.',
      ja: '動作への影響はありません。以後、ルートユーザーのサインインにデバイスが必要です。予備がないまま紛失すると、メールと電話での復旧手続きになります。',
    },
  },
  references: [
    ...refers(
      'proves',
      {
        en: 'same question, with the live summary first',
        ja: '同じ問いを、最新の応答を優先して判定するため',
      },
      { prowler: ['iam_root_mfa_enabled'] },
    ),
    ...refers(
      'proves',
      {
        en: 'MFA on the root user is the whole item',
        ja: 'ルートユーザーの MFA が項目のすべてであるため',
      },
      {
        'cis-aws-3.0': ['1.5'],
        'cis-aws-5.0': ['1.4'],
        'cis-aws-6.0': ['2.4'],
        'cis-aws-7.0': ['2.5'],
      },
    ),
    ...refers(
      'proves',
      {
        en: 'MFA on the root user is the whole control',
        ja: 'ルートユーザーの MFA がコントロールのすべてであるため',
      },
      { 'security-hub': ['IAM.9'] },
    ),
    ...refers(
      'contributes',
      {
        en: 'root is one of the users who need MFA',
        ja: 'ルートユーザーも MFA が必要な利用者の 1 人であるため',
      },
      { 'aws-ssb': ['ACCT.05'], 'aws-ssb-2022': ['ACCT.05'] },
    ),
    ...refers(
      'contributes',
      {
        en: 'MFA is one of the ways to restrict root',
        ja: 'MFA はルートユーザーを制限する手段の 1 つであるため',
      },
      { 'aws-ssb': ['ACCT.02'], 'aws-ssb-2022': ['ACCT.02'] },
    ),
  ],
  evaluate(evidence) {
    const identity = evidence.global('sts.caller-identity');
    if (!identity.readable) return [unread(identity)];
    // GovCloud root has no console sign-in (checks.md 0.3); the caller's ARN names the partition.
    if (identity.value.Arn.startsWith('arn:aws-us-gov:'))
      return [notApplicable('partition-lacks-it', {}, identity)];

    const root = rootUser(evidence);
    const { summary, report } = root;
    const params = reportTime(root);
    if (root.mfa === true) {
      const reportDiffers = summary.readable && flag(root.row?.mfa_active) === false;
      return [pass(reportDiffers ? 'sources-differ' : 'met', params, summary, report)];
    }
    if (root.mfa === null) return [unread(summary, report)];
    const credentials = hasCredentials(root);
    if (credentials === true) return [fail('root-mfa-off', params, summary, report)];
    if (credentials === false)
      return [notApplicable('root-has-no-credentials', params, summary, report)];
    return [unread(summary.readable ? standIn(report) : summary, summary, report)];
  },
});
