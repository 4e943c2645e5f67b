import { defineCheck } from '../../define-check.ts';
import { fail, noUnit, pass, unread } from '../../verdict.ts';

export default defineCheck({
  id: 'org-all-features',
  measure: 1,
  severity: 'medium',
  unit: 'account',
  aggregate: 'all',
  requires: ['organizations.organization'],
  dependsOn: ['org-member'],
  text: {
    en: {
      title: 'The organization has all features enabled',
      short: 'All features',
      todo: 'Enable all features of the organization',
      why: 'An organization can serve for one bill only, or also to set rules that no member account can break. Without all features those rules (service control policies) do not work.',
      good: 'The organization’s feature set is “all features”.',
      reasons: {
        met: 'All features are enabled.',
        'billing-only': 'The organization has consolidated billing only.',
      },
    },
    ja: {
      title: '組織で「すべての機能」が有効になっている',
      short: 'すべての機能',
      todo: '組織の「すべての機能」を有効にする',
      why: '組織は、請求をまとめるだけでなく、メンバーアカウントが破れないルールを課すためにも使えます。「すべての機能」が無効だと、そのルール（サービスコントロールポリシー）が使えません。',
      good: '組織の機能セットが「すべての機能」になっている状態です。',
      reasons: {
        met: '「すべての機能」が有効です。',
        'billing-only': '組織で有効なのは一括請求の機能だけです。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Sign in to the management account and open AWS Organizations, “Settings”.',
          'Choose “Begin process to enable all features”.',
          'Invited accounts confirm it; then finish the process on the same page.',
        ],
        ja: [
          '管理アカウントで AWS Organizations の「設定」を開きます。',
          '「すべての機能を有効にするプロセスを開始」を選びます。',
          '招待したアカウントの承認を待ち、同じページで完了させます。',
        ],
      },
      link: 'https://console.aws.amazon.com/organizations/v2/home/settings',
    },
    cli: {
      lines: `aws organizations enable-all-features
# When every invited account has agreed:
aws organizations accept-handshake --handshake-id <handshake-id>`,
      mends: { 'billing-only': [0] },
      actions: ['organizations:EnableAllFeatures', 'organizations:AcceptHandshake'],
    },
    cloudformation: {
      template: `AWSTemplateFormatVersion: "2010-09-09"
Description: An organization with all features (a new one; an existing one is changed in the console)
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
      code: `# The existing organization first: terraform import aws_organizations_organization.this <organization-id>
# terraform plan then shows what applying would change.
resource "aws_organizations_organization" "this" {
  feature_set = "ALL"
}
`,
    },
    minutes: 15,
    cost: {
      text: { en: 'Nothing new.', ja: '追加なし' },
      link: 'https://aws.amazon.com/organizations/faqs/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Nothing breaks at once, and it cannot be undone. From then on the management account can restrict the others.',
      ja: 'すぐに影響はありませんが、元には戻せません。以後、管理アカウントが他のアカウントを制限できます。',
    },
  },
  references: [],
  evaluate(evidence) {
    const organization = evidence.global('organizations.organization');
    if (!organization.readable) return [unread(organization)];
    if (organization.value === null) return [noUnit(organization)];
    const features = organization.value.FeatureSet?.toUpperCase();
    if (features === 'ALL') return [pass('met', {}, organization)];
    if (features === 'CONSOLIDATED_BILLING') return [fail('billing-only', {}, organization)];
    return [unread(organization)];
  },
});
