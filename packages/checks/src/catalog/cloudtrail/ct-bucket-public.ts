import { bucketAccess } from '../../aws/bucket-access.ts';
import { readTrailLists, unreadTrailLists } from '../../aws/trail-lists.ts';
import { everyTrail, type ListedTrail } from '../../aws/trails.ts';
import { defineCheck } from '../../define-check.ts';
import { unlistedRegions } from '../../each-region.ts';
import { fail, noUnit, pass, unknown, unread } from '../../verdict.ts';
import { refers } from '../../define-framework.ts';

export default defineCheck({
  id: 'ct-bucket-public',
  measure: 3,
  severity: 'critical',
  unit: 'bucket',
  aggregate: 'all',
  requires: [
    'cloudtrail.trails',
    's3.bucket-location',
    's3.bucket-policy-status',
    's3.bucket-acl',
    's3.bucket-ownership',
    's3.bucket-public-access-block',
    's3control.account-public-access-block',
  ],
  dependsOn: ['ct-enabled'],
  text: {
    en: {
      title: 'The trail bucket is not public',
      short: 'Bucket closed',
      todo: 'Close the trail bucket to the public',
      why: 'The log says which accounts, users and addresses you use and when. In an open bucket anyone can read it, and plan with it.',
      good: 'For every trail bucket, public access is blocked, or nothing grants it.',
      reasons: {
        met: 'The bucket {bucket} is not public.',
        'bucket-public': 'The bucket {bucket} is open to the public.',
        'foreign-bucket': 'The bucket {bucket} belongs to another account; it is judged there.',
        'bucket-not-readable':
          'The bucket {bucket} is not this account’s, was deleted, or may not be read.',
      },
    },
    ja: {
      title: '証跡の保存先バケットが公開されていない',
      short: 'バケット非公開',
      todo: '証跡の保存先バケットを非公開にする',
      why: 'ログには、利用中のアカウントやユーザー、接続元、時刻が書かれています。バケットが公開されていると、誰でも読めて、攻撃の下調べに使えます。',
      good: '証跡の保存先バケットすべてで、パブリックアクセスがブロックされているか、許可されていない状態です。',
      reasons: {
        met: 'バケット {bucket} は公開されていません。',
        'bucket-public': 'バケット {bucket} が公開されています。',
        'foreign-bucket':
          'バケット {bucket} は別のアカウントのものです（そのアカウントで判定します）。',
        'bucket-not-readable':
          'バケット {bucket} が別のアカウントのものか、削除済みか、読み取りを許可されていないため、判断できません。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Open the bucket in S3 and choose “Permissions”.',
          'Edit “Block public access” and switch all four settings on.',
          'Then remove what granted it: the public statement of the policy, or the ACL.',
        ],
        ja: [
          'S3 でバケットを開き、「アクセス許可」を選びます。',
          '「ブロックパブリックアクセス」を編集し、4 つの設定をすべて有効にします。',
          '公開の原因（バケットポリシーの記述や ACL）も削除します。',
        ],
      },
      link: 'https://console.aws.amazon.com/s3/buckets',
    },
    cli: {
      lines:
        'aws s3api put-public-access-block --bucket <bucket> --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
      actions: ['s3:PutBucketPublicAccessBlock'],
    },
    cloudformation: {
      template: `AWSTemplateFormatVersion: "2010-09-09"
Description: A trail bucket that cannot be opened to the public (import an existing bucket with all that it has today, then update with these settings, as an import alone changes nothing)
Parameters:
  BucketName:
    Type: String
Resources:
  TrailBucket:
    Type: AWS::S3::Bucket
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      BucketName: !Ref BucketName
      OwnershipControls:
        Rules:
          - ObjectOwnership: BucketOwnerEnforced
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        IgnorePublicAcls: true
        BlockPublicPolicy: true
        RestrictPublicBuckets: true
`,
    },
    terraform: {
      code: `variable "bucket" { type = string }

resource "aws_s3_bucket_public_access_block" "trail" {
  bucket                  = var.bucket
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}
`,
    },
    minutes: 2,
    cost: {
      text: { en: 'Nothing new.', ja: '追加なし' },
      link: 'https://aws.amazon.com/s3/pricing/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Whoever reads the bucket by way of the public grant no longer can, other accounts included. CloudTrail’s own delivery is not affected.',
      ja: '公開の許可に頼ってバケットを読んでいた相手は、別のアカウントも含めて読めなくなります。CloudTrail の配信には影響しません。',
    },
  },
  references: [
    ...refers(
      'proves',
      {
        en: 'ours adds the policy, AuthenticatedUsers and Block Public Access',
        ja: 'ポリシー、AuthenticatedUsers、ブロックパブリックアクセスも確認するため',
      },
      { prowler: ['cloudtrail_logs_s3_bucket_is_not_publicly_accessible'] },
    ),
    ...refers(
      'proves',
      {
        en: 'the trail bucket is not public',
        ja: '証跡のバケットが公開されていないことを確認するため',
      },
      { 'security-hub': ['CloudTrail.6'] },
    ),
    ...refers(
      'contributes',
      {
        en: 'the bucket is protected from the public',
        ja: 'バケットが公開から守られていることを確認するため',
      },
      { 'aws-ssb': ['ACCT.07'], 'aws-ssb-2022': ['ACCT.07'] },
    ),
    ...refers(
      'contributes',
      { en: 'one of the private buckets', ja: '非公開とすべきバケットの 1 つであるため' },
      { 'aws-ssb': ['ACCT.08'], 'aws-ssb-2022': ['ACCT.08'] },
    ),
  ],
  evaluate(evidence) {
    const trails = everyTrail(evidence);
    const nameless = trails.flatMap(({ arn, trail, listedIn: [list] }) =>
      trail.S3BucketName === undefined && list ? [{ resource: arn, ...unread(list) }] : [],
    );
    const buckets = Map.groupBy(trails, ({ trail }) => trail.S3BucketName);
    const verdicts = [...buckets].flatMap(([bucket, users]) =>
      bucket === undefined ? [] : [{ resource: bucket, ...judgeBucket(bucket, users) }],
    );
    const unlisted = [...unreadTrailLists(evidence), ...unlistedRegions(evidence)];
    const all = [...verdicts, ...nameless, ...unlisted];
    return all.length > 0 ? all : [noUnit(...readTrailLists(evidence))];

    function judgeBucket(bucket: string, users: readonly ListedTrail[]) {
      const access = bucketAccess(evidence, bucket);
      const seen = access.readings;
      const params = { bucket };
      if (access.gone) return unknown('bucket-not-readable', params, ...seen);
      if (!access.ours) {
        const foreign = users.some(({ arn }) => arn.split(':')[4] !== evidence.account);
        return unknown(foreign ? 'foreign-bucket' : 'bucket-not-readable', params, ...seen);
      }
      if (access.isPublic.told === null) return unread(access.isPublic.from, ...seen);
      return access.isPublic.told
        ? fail('bucket-public', params, ...seen)
        : pass('met', params, ...seen);
    }
  },
});
