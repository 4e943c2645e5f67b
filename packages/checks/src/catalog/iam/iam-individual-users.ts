import { reportTime } from '../../aws/root-user.ts';
import { waysIn } from '../../aws/ways-in.ts';
import { defineCheck } from '../../define-check.ts';
import { fail, pass, unread } from '../../verdict.ts';
import { refers } from '../../define-framework.ts';

export default defineCheck({
  id: 'iam-individual-users',
  measure: 2,
  severity: 'high',
  unit: 'account',
  aggregate: 'exists',
  requires: [
    'iam.credential-report',
    'iam.saml-providers',
    'iam.oidc-providers',
    'iam.roles',
    'organizations.organization',
    'organizations.accounts',
  ],
  dependsOn: [],
  text: {
    en: {
      title: 'People have identities of their own, besides root',
      short: 'Own identities',
      todo: 'Give people identities of their own',
      why: 'If the only way in is root, everybody works with full power and no name. Identities of their own can be limited, and the log says who did what.',
      good: 'People come in by a central sign-in (federation, such as IAM Identity Center), by a role from another account, or as IAM users with a password.',
      reasons: {
        'password-user': 'An IAM user with a password exists.',
        federated: 'People can sign in through federation (a central sign-in).',
        'cross-account-role': 'People can come in through a role that another account may use.',
        'only-root': 'Root is the only way in.',
        'only-programmatic': 'There are users for programs, but no identity for a person.',
      },
      questions: { 'shared-user': 'Is one user shared by several people?' },
    },
    ja: {
      title: 'ルートユーザーとは別に、個別の ID が用意されている',
      short: '個別の ID',
      todo: '担当者ごとの ID を用意する',
      why: '入口がルートユーザーしかないと、全員が全権限で作業し、誰の操作かも分かりません。個別の ID なら権限を絞ることができ、記録に名前が残ります。',
      good: '人が個別の ID で利用できる状態です（IAM Identity Center などのフェデレーション、別のアカウントからのロール、パスワードを持つ IAM ユーザー）。',
      reasons: {
        'password-user': 'パスワードを持つ IAM ユーザーがいます。',
        federated: 'フェデレーション（一元的なサインイン）で利用できます。',
        'cross-account-role': '別のアカウントから引き受けるロールで利用できます。',
        'only-root': 'ルートユーザー以外の入口がありません。',
        'only-programmatic': 'プログラム用のユーザーだけで、人が使う ID がありません。',
      },
      questions: { 'shared-user': '1 つのユーザーを複数人で共有していますか。' },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Open IAM Identity Center in the management account and enable it (AWS offers to create an organization where there is none).',
          'Create a user for each person, and a permission set such as AdministratorAccess or ViewOnlyAccess.',
          'Assign people to the account; they sign in at the AWS access portal.',
        ],
        ja: [
          '管理アカウントで IAM Identity Center を開き、有効にします（組織がない場合は作成を求められます）。',
          '担当者ごとにユーザーを作り、許可セット（AdministratorAccess、ViewOnlyAccess など）を用意します。',
          'アカウントに割り当てます。以後は AWS アクセスポータルからサインインします。',
        ],
      },
      link: 'https://console.aws.amazon.com/singlesignon/home',
    },
    cli: {
      lines: `aws identitystore create-user --identity-store-id <identity-store-id> --user-name <user-name> --display-name <display-name> --name GivenName=<given>,FamilyName=<family> --emails Value=<email>,Primary=true
aws sso-admin create-permission-set --instance-arn <instance-arn> --name Administrator
# <partition> is aws; in China aws-cn, in AWS GovCloud (US) aws-us-gov.
aws sso-admin attach-managed-policy-to-permission-set --instance-arn <instance-arn> --permission-set-arn <permission-set-arn> --managed-policy-arn arn:<partition>:iam::aws:policy/AdministratorAccess
aws sso-admin create-account-assignment --instance-arn <instance-arn> --target-id <account-id> --target-type AWS_ACCOUNT --permission-set-arn <permission-set-arn> --principal-type USER --principal-id <user-id>`,
      actions: [
        'identitystore:CreateUser',
        'sso:CreatePermissionSet',
        'sso:AttachManagedPolicyToPermissionSet',
        'sso:CreateAccountAssignment',
      ],
    },
    cloudformation: {
      template: `AWSTemplateFormatVersion: "2010-09-09"
Description: A permission set and its assignment to a person (IAM Identity Center enabled)
Parameters:
  InstanceArn:
    Type: String
  UserId:
    Type: String
  AccountId:
    Type: String
    AllowedPattern: "^[0-9]{12}$"
Resources:
  Administrator:
    Type: AWS::SSO::PermissionSet
    Properties:
      InstanceArn: !Ref InstanceArn
      Name: Administrator
      SessionDuration: PT4H
      ManagedPolicies:
        - !Sub "arn:\${AWS::Partition}:iam::aws:policy/AdministratorAccess"
  Assignment:
    Type: AWS::SSO::Assignment
    Properties:
      InstanceArn: !Ref InstanceArn
      PermissionSetArn: !GetAtt Administrator.PermissionSetArn
      PrincipalType: USER
      PrincipalId: !Ref UserId
      TargetType: AWS_ACCOUNT
      TargetId: !Ref AccountId
`,
    },
    terraform: {
      code: `variable "instance_arn" { type = string }
variable "user_id" { type = string }
variable "account_id" { type = string }

data "aws_partition" "current" {}

resource "aws_ssoadmin_permission_set" "administrator" {
  name             = "Administrator"
  instance_arn     = var.instance_arn
  session_duration = "PT4H"
}

resource "aws_ssoadmin_managed_policy_attachment" "administrator" {
  instance_arn       = var.instance_arn
  permission_set_arn = aws_ssoadmin_permission_set.administrator.arn
  managed_policy_arn = "arn:\${data.aws_partition.current.partition}:iam::aws:policy/AdministratorAccess"
}

resource "aws_ssoadmin_account_assignment" "person" {
  instance_arn       = var.instance_arn
  permission_set_arn = aws_ssoadmin_permission_set.administrator.arn
  principal_type     = "USER"
  principal_id       = var.user_id
  target_type        = "AWS_ACCOUNT"
  target_id          = var.account_id
}
`,
    },
    minutes: 20,
    cost: {
      text: {
        en: 'Nothing new: IAM Identity Center and IAM have no charge.',
        ja: '追加なし（IAM Identity Center と IAM は無料です）',
      },
      link: 'https://aws.amazon.com/iam/identity-center/faqs/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Nothing breaks: what exists keeps working while people move over. Whoever is assigned AdministratorAccess can do everything in that account.',
      ja: '動作への影響はありません。既存の入口を残したまま移行できます。AdministratorAccess を割り当てた人は、そのアカウントで何でもできます。',
    },
  },
  references: [
    ...refers(
      'contributes',
      {
        en: 'a SAML provider is one of the ways in',
        ja: 'SAML プロバイダーは入口の 1 つであるため',
      },
      { prowler: ['iam_check_saml_providers_sts'] },
    ),
    ...refers(
      'contributes',
      {
        en: 'federation passes, but so does one IAM user',
        ja: 'フェデレーションのほか、IAM ユーザー 1 人でも合格とするため',
      },
      {
        'cis-aws-3.0': ['1.21'],
        'cis-aws-5.0': ['1.20'],
        'cis-aws-6.0': ['2.20'],
        'cis-aws-7.0': ['2.19'],
      },
    ),
    ...refers(
      'contributes',
      {
        en: 'a way in exists; that each person has one is asked',
        ja: '入口があることは確認できるが、1 人ずつ ID があるかは人に尋ねるため',
      },
      { 'aws-ssb': ['ACCT.03'], 'aws-ssb-2022': ['ACCT.03'] },
    ),
  ],
  evaluate(evidence, { scope }) {
    const { found, unreadSource, hasUsers, report, sources } = waysIn(evidence, scope);
    const params = reportTime({ report });
    if (found) return [pass(found.code, found.seen === report ? params : {}, found.seen)];
    if (unreadSource) return [unread(unreadSource, ...sources)];
    return [fail(hasUsers ? 'only-programmatic' : 'only-root', params, ...sources)];
  },
});
