import type { CredentialRow, EvidenceValue } from '@ippo/contracts';
import { flag, isLive, reportTime, usableReport } from '../../aws/root-user.ts';
import { defineCheck } from '../../define-check.ts';
import type { Sighted } from '../../evidence-view.ts';
import { mfaFirstTemplate } from '../../remediation/mfa-first.ts';
import { fail, notApplicable, pass, unread } from '../../verdict.ts';
import { refers } from '../../define-framework.ts';

export default defineCheck({
  id: 'iam-user-mfa',
  measure: 2,
  severity: 'high',
  unit: 'user',
  aggregate: 'all',
  requires: ['iam.credential-report', 'iam.mfa-devices'],
  dependsOn: [],
  text: {
    en: {
      title: 'Every IAM user with a console password has MFA',
      short: 'User MFA',
      todo: 'Set up MFA for every console user',
      why: 'Passwords are guessed, reused and phished. With a second factor (MFA) a stolen password alone does not open the console.',
      good: 'Each IAM user with a console password has at least one MFA device.',
      reasons: {
        met: 'The user signs in with MFA.',
        'user-without-mfa': 'The user has a console password and no MFA.',
        'no-console-user': 'No IAM user has a console password.',
      },
    },
    ja: {
      title: 'コンソールを使う IAM ユーザー全員に MFA が設定されている',
      short: 'ユーザーの MFA',
      todo: 'コンソールを使う全ユーザーに MFA を設定する',
      why: 'パスワードは、推測・使い回し・フィッシングで破られます。多要素認証（MFA）があれば、パスワードが漏れただけではサインインできません。',
      good: 'コンソールパスワードを持つ IAM ユーザー全員に、MFA デバイスが 1 つ以上ある状態です。',
      reasons: {
        met: 'MFA が設定されています。',
        'user-without-mfa': 'コンソールパスワードがありますが、MFA が設定されていません。',
        'no-console-user': 'コンソールパスワードを持つ IAM ユーザーがいません。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Ask the person to sign in and open “Security credentials” under their name.',
          'They choose “Assign MFA device” and register a passkey or an authenticator app.',
          'Does nobody use the password? Then remove it: IAM, the user, “Security credentials”, “Manage console access”.',
        ],
        ja: [
          '本人がサインインし、右上の名前から「セキュリティ認証情報」を開きます。',
          '「MFA デバイスの割り当て」で、パスキーまたは認証アプリを登録します。',
          '使われていないパスワードは削除します（IAM → ユーザー →「セキュリティ認証情報」→「コンソールアクセスを管理」）。',
        ],
      },
      link: 'https://console.aws.amazon.com/iam/home#/users',
    },
    cli: {
      lines: `aws iam create-virtual-mfa-device --virtual-mfa-device-name <user-name> --outfile qr.png --bootstrap-method QRCodePNG
aws iam enable-mfa-device --user-name <user-name> --serial-number <mfa-device-arn> --authentication-code1 <code> --authentication-code2 <next-code>
# Or, where nobody uses the password:
aws iam delete-login-profile --user-name <user-name>`,
      mends: { 'user-without-mfa': [0] },
      actions: ['iam:CreateVirtualMFADevice', 'iam:EnableMFADevice', 'iam:DeleteLoginProfile'],
    },
    ...mfaFirstTemplate,
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
      en: 'Registering a device breaks nothing. The group policy stops people who have no device, and access keys used without MFA: register first, and keep users for programs out of the group.',
      ja: 'デバイスの登録による影響はありません。グループのポリシーは、未登録の人の操作と、MFA なしのアクセスキーの利用も止めます。先に登録し、プログラム用のユーザーは入れないでください。',
    },
  },
  references: [
    ...refers(
      'proves',
      {
        en: 'every console user, with a live follow-up',
        ja: 'コンソールを使う全ユーザーを、最新の応答でも確認するため',
      },
      { prowler: ['iam_user_mfa_enabled_console_access'] },
    ),
    ...refers(
      'proves',
      {
        en: 'MFA for every console password is the whole item',
        ja: 'コンソールパスワードごとの MFA が項目のすべてであるため',
      },
      {
        'cis-aws-3.0': ['1.10'],
        'cis-aws-5.0': ['1.9'],
        'cis-aws-6.0': ['2.9'],
        'cis-aws-7.0': ['2.10'],
      },
    ),
    ...refers(
      'proves',
      {
        en: 'MFA for every console password is the whole control',
        ja: 'コンソールパスワードごとの MFA がコントロールのすべてであるため',
      },
      { 'security-hub': ['IAM.5'] },
    ),
    ...refers(
      'contributes',
      {
        en: 'covers users with a password only',
        ja: 'パスワードを持つユーザーだけが対象であるため',
      },
      { 'security-hub': ['IAM.19'] },
    ),
    ...refers(
      'contributes',
      {
        en: 'IAM users; federated users are outside the account',
        ja: '対象は IAM ユーザーで、フェデレーションの利用者はアカウントの外にいるため',
      },
      { 'aws-ssb': ['ACCT.05'], 'aws-ssb-2022': ['ACCT.05'] },
    ),
  ],
  evaluate(evidence) {
    const report = usableReport(evidence.global('iam.credential-report'));
    if (!report.readable) return [unread(report)];
    const misshapen = report.value.misshapen
      .filter((user) => user !== '<root_account>')
      .map((user) => ({ facet: user, ...unread(report) }));
    // Root is no IAM user (mistakes.md 14).
    const people = report.value.rows
      .filter((row) => row.user !== '<root_account>' && flag(row.password_enabled) !== false)
      .map((row) => ({
        facet: row.user,
        ...(row.arn === undefined ? {} : { resource: row.arn }),
        ...judgeUser(row, report, evidence.of('iam.mfa-devices', row.user)),
      }));
    const verdicts = [...misshapen, ...people];
    return verdicts.length > 0
      ? verdicts
      : [notApplicable('no-console-user', reportTime({ report }), report)];
  },
});

type Report = Extract<Sighted<EvidenceValue<'iam.credential-report'>>, { readable: true }>;

/** The report may lag behind: the follow-up decides, and a live report may stand in for it (0.4-8). */
function judgeUser(
  row: CredentialRow,
  report: Report,
  devices: Sighted<EvidenceValue<'iam.mfa-devices'>>,
) {
  const active = flag(row.mfa_active);
  const params = { user: row.user, ...reportTime({ report }) };
  const known = (devices.readable ? devices.value : devices.partial) ?? [];
  if (flag(row.password_enabled) === null) return unread(report);
  if (active === true) return pass('met', params, report);
  if (known.length > 0) return pass('met', params, devices, report);
  if (devices.readable) return fail('user-without-mfa', params, devices, report);
  if (active === null) return unread(report, devices);
  if (devices.reason === 'capped' || isLive(report))
    return fail('user-without-mfa', params, report);
  return unread(devices, report);
}
