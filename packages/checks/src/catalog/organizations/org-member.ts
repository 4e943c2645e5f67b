import { defineCheck } from '../../define-check.ts';
import { fail, pass, unread } from '../../verdict.ts';
import { refers } from '../../define-framework.ts';

export default defineCheck({
  id: 'org-member',
  measure: 1,
  severity: 'medium',
  unit: 'account',
  aggregate: 'all',
  requires: ['organizations.organization'],
  dependsOn: [],
  text: {
    en: {
      title: 'The account belongs to an organization',
      short: 'Organization',
      todo: 'Create an AWS organization',
      why: 'An organization lets you give each purpose its own account and still manage them together. Without one, production, experiments and billing tend to end up in a single account.',
      good: 'The account is the management account or a member of an organization that you own.',
      reasons: {
        'member-of-organization':
          'The account belongs to organization {organization}, managed by {account}: yours or a reseller’s?',
        standalone: 'The account is not in an organization.',
      },
    },
    ja: {
      title: 'アカウントが組織（AWS Organizations）に所属している',
      short: '組織',
      todo: 'AWS Organizations で組織を作成する',
      why: '組織を使うと、用途ごとにアカウントを分けたまま、まとめて管理できます。組織がないと、本番・検証・請求が 1 つのアカウントに同居しがちです。',
      good: 'アカウントが、自社の組織の管理アカウントまたはメンバーアカウントになっている状態です。',
      reasons: {
        'member-of-organization':
          '組織 {organization}（管理アカウント {account}）に所属しています。自社の組織か、請求代行の組織かを確認してください。',
        standalone: 'このアカウントは組織に所属していません。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Sign in to the account that is to pay for the others; best is a new, empty one.',
          'Open AWS Organizations and choose “Create an organization”.',
          'Invite your other accounts, or create new ones, under “AWS accounts”.',
        ],
        ja: [
          '請求をまとめるアカウントにサインインします（新しい空のアカウントが最適です）。',
          'AWS Organizations を開き、「組織を作成する」を選びます。',
          '「AWS アカウント」から既存のアカウントを招待するか、新しく作成します。',
        ],
      },
      link: 'https://console.aws.amazon.com/organizations/v2/home',
    },
    cli: {
      lines: 'aws organizations create-organization --feature-set ALL',
      actions: ['organizations:CreateOrganization', 'iam:CreateServiceLinkedRole'],
    },
    cloudformation: {
      template: `AWSTemplateFormatVersion: "2010-09-09"
Description: An organization with all features, in the account that manages it
Resources:
  Organization:
    Type: AWS::Organizations::Organization
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      FeatureSet: ALL
`,
    },
    terraform: {
      code: `resource "aws_organizations_organization" "this" {
  feature_set = "ALL"
}
`,
    },
    minutes: 10,
    cost: {
      text: {
        en: 'Nothing new: AWS Organizations itself has no charge.',
        ja: '追加なし（AWS Organizations 自体は無料です）',
      },
      link: 'https://aws.amazon.com/organizations/faqs/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Nothing breaks. The bill of every account that joins moves to the management account, which can also restrict those accounts.',
      ja: '動作への影響はありません。参加したアカウントの請求は管理アカウントにまとまり、管理アカウントから制限もできるようになります。',
    },
  },
  references: [
    ...refers(
      'proves',
      {
        en: 'both ask whether the account is in an organization',
        ja: 'どちらも、アカウントが組織に所属しているかを問うため',
      },
      { prowler: ['organizations_account_part_of_organizations'] },
    ),
  ],
  evaluate(evidence) {
    const organization = evidence.global('organizations.organization');
    if (!organization.readable) return [unread(organization)];
    if (organization.value === null) return [fail('standalone', {}, organization)];
    const { Id, MasterAccountId } = organization.value;
    const params = { organization: Id, account: MasterAccountId ?? '?' };
    return [pass('member-of-organization', params, organization)];
  },
});
