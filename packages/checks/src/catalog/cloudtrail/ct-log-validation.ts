import { readTrailLists, unreadTrailLists } from '../../aws/trail-lists.ts';
import { everyTrail, type ListedTrail } from '../../aws/trails.ts';
import { defineCheck } from '../../define-check.ts';
import { unlistedRegions } from '../../each-region.ts';
import { fail, noUnit, pass, unread } from '../../verdict.ts';
import { refers } from '../../define-framework.ts';

export default defineCheck({
  id: 'ct-log-validation',
  measure: 3,
  severity: 'medium',
  unit: 'trail',
  aggregate: 'all',
  requires: ['cloudtrail.trails'],
  dependsOn: ['ct-enabled'],
  text: {
    en: {
      title: 'Log file validation is on',
      short: 'Validation',
      todo: 'Switch on log file validation',
      why: 'Whoever breaks in would like to remove their traces. With validation CloudTrail signs what it delivers, so that a check finds changed or missing files.',
      good: 'Log file validation is on for every trail that covers the account.',
      reasons: {
        met: 'Log file validation is on for {trail}.',
        'validation-off': 'Log file validation is off for {trail}.',
        'validation-off-in-management-account':
          'Log file validation is off for the organization trail {trail}: the management account can switch it on.',
      },
    },
    ja: {
      title: '証跡のログファイル検証が有効になっている',
      short: 'ログの検証',
      todo: 'ログファイル検証を有効にする',
      why: '侵入者は痕跡を消そうとします。検証を有効にすると、CloudTrail が配信したログに署名が付き、改ざんや削除を確かめられます。',
      good: 'アカウントを対象とするすべての証跡で、ログファイル検証が有効になっている状態です。',
      reasons: {
        met: '{trail} のログファイル検証は有効です。',
        'validation-off': '{trail} のログファイル検証が無効です。',
        'validation-off-in-management-account':
          '組織の証跡 {trail} のログファイル検証が無効です。管理アカウントで有効にできます。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Open CloudTrail and choose the trail (in the management account, if it is the organization’s).',
          'Edit “General details” and enable “Log file validation”.',
        ],
        ja: [
          'CloudTrail で証跡を開きます（組織の証跡は管理アカウントで開きます）。',
          '「一般的な詳細」を編集し、追加設定の「ログファイルの検証」を有効にします。',
        ],
      },
      link: 'https://console.aws.amazon.com/cloudtrailv2/home#/trails',
    },
    cli: {
      lines:
        'aws cloudtrail update-trail --name <trail-arn> --enable-log-file-validation --region <home-region>',
      actions: ['cloudtrail:UpdateTrail'],
    },
    cloudformation: {
      template: `AWSTemplateFormatVersion: "2010-09-09"
Description: A trail for all Regions with log file validation. Import the trail that exists (a second one is charged) with all that it has today and Validation false; then update to true, as an import alone changes nothing
Parameters:
  TrailName:
    Type: String
  BucketName:
    Type: String
  Validation:
    Type: String
    AllowedValues: ["false", "true"]
Resources:
  Trail:
    Type: AWS::CloudTrail::Trail
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      TrailName: !Ref TrailName
      S3BucketName: !Ref BucketName
      IsLogging: true
      IsMultiRegionTrail: true
      IncludeGlobalServiceEvents: true
      EnableLogFileValidation: !Ref Validation
`,
    },
    terraform: {
      code: `# The existing trail first, as a second one is charged: terraform import aws_cloudtrail.this <trail-arn>
# Then write here whatever else it has (prefix, KMS key, log group, selectors, the organization's flag):
# terraform plan shows what applying would take away.
variable "trail_name" { type = string }
variable "bucket" { type = string }

resource "aws_cloudtrail" "this" {
  name                       = var.trail_name
  s3_bucket_name             = var.bucket
  is_multi_region_trail      = true
  enable_log_file_validation = true
}
`,
    },
    minutes: 1,
    cost: {
      text: {
        en: 'One small digest file an hour in S3: nothing that shows on the bill.',
        ja: '1 時間に 1 つの小さなファイルが S3 に増えるだけです（費用はごくわずか）',
      },
      link: 'https://aws.amazon.com/s3/pricing/',
      asOf: '2026-11-21',
    },
    mayBreak: { en: 'Nothing breaks.', ja: '動作への影響はありません。' },
  },
  references: [
    ...refers(
      'contributes',
      {
        en: 'we judge the trails that cover this account, Prowler all trails',
        ja: 'このチェックの対象はこのアカウントを記録する証跡で、Prowler はすべての証跡であるため',
      },
      { prowler: ['cloudtrail_log_file_validation_enabled'] },
    ),
    ...refers(
      'contributes',
      {
        en: 'we judge the trails that cover this account, the item all trails',
        ja: 'このチェックの対象はこのアカウントを記録する証跡で、項目の対象はすべての証跡であるため',
      },
      {
        'cis-aws-3.0': ['3.2'],
        'cis-aws-5.0': ['3.2'],
        'cis-aws-6.0': ['4.2'],
        'cis-aws-7.0': ['4.2'],
      },
    ),
    ...refers(
      'contributes',
      {
        en: 'we judge the trails that cover this account, the control all trails',
        ja: 'このチェックの対象はこのアカウントを記録する証跡で、コントロールの対象はすべての証跡であるため',
      },
      { 'security-hub': ['CloudTrail.4'] },
    ),
    ...refers(
      'contributes',
      { en: 'tampering with delivered logs shows', ja: '配信後のログの改ざんが分かるため' },
      { 'aws-ssb': ['ACCT.07'], 'aws-ssb-2022': ['ACCT.07'] },
    ),
  ],
  evaluate(evidence) {
    const enabled = new Set(
      evidence.regions.list
        .filter((region) => region.state !== 'not-enabled')
        .map((region) => region.name),
    );
    // A trail of a single region is listed at home only, so one without a home has it where it was listed.
    const covering = everyTrail(evidence).filter(
      ({ trail }) =>
        trail.IsMultiRegionTrail !== false ||
        trail.HomeRegion === undefined ||
        enabled.has(trail.HomeRegion),
    );
    const verdicts = covering.map((known) => ({
      ...(known.trail.HomeRegion === undefined ? {} : { region: known.trail.HomeRegion }),
      resource: known.arn,
      ...judgeTrail(known, evidence.account),
    }));
    const all = [...verdicts, ...unreadTrailLists(evidence), ...unlistedRegions(evidence)];
    return all.length > 0 ? all : [noUnit(...readTrailLists(evidence))];
  },
});

function judgeTrail({ arn, trail, listedIn }: ListedTrail, account: string) {
  const [list] = listedIn;
  const params = { trail: arn };
  if (trail.LogFileValidationEnabled === true) return pass('met', params, ...listedIn);
  // A field that AWS left out counts as not read (checks.md 0.11).
  if (trail.LogFileValidationEnabled === undefined && list) return unread(list, ...listedIn);
  const foreign = arn.split(':')[4] !== account;
  const code = foreign ? 'validation-off-in-management-account' : 'validation-off';
  return fail(code, params, ...listedIn);
}
