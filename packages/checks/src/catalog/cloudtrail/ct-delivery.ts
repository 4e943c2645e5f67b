import { ageAt, DAY, latest } from '../../aws/age.ts';
import { unreadTrailLists } from '../../aws/trail-lists.ts';
import { errorText, isLogging, knownTrails, type KnownTrail } from '../../aws/trails.ts';
import { defineCheck } from '../../define-check.ts';
import { unlistedRegions } from '../../each-region.ts';
import { trailBucketPolicyTemplate } from '../../remediation/trail-bucket-policy.ts';
import { fail, noUnit, pass, unknown, unread, type UnitVerdict } from '../../verdict.ts';
import { refers } from '../../define-framework.ts';

export default defineCheck({
  id: 'ct-delivery',
  measure: 3,
  severity: 'high',
  unit: 'trail',
  aggregate: 'all',
  requires: ['cloudtrail.trails', 'cloudtrail.trail-status'],
  dependsOn: ['ct-enabled'],
  step: 'trail',
  text: {
    en: {
      title: 'Trail logs really arrive in the bucket',
      short: 'Logs arrive',
      todo: 'Repair the delivery of trail logs',
      why: 'A trail can say “logging” while nothing lands in its bucket, for instance after somebody changed the bucket’s policy. You notice on the day you need the logs.',
      good: 'Every trail that is logging has delivered logs, or its hourly digest, within the last 24 hours.',
      reasons: {
        delivered: 'Logs of {trail} were delivered at {deliveredAt}.',
        'digest-only':
          'Nothing to deliver for {trail}, but its hourly digests arrive: the last at {digestAt}.',
        'delivery-error': 'Delivery to the bucket of {trail} fails: {error}.',
        'not-delivering':
          'Neither logs nor hourly digests of {trail} have arrived for over 24 hours.',
        'too-early': 'The trail {trail} was started less than 24 hours ago.',
        quiet:
          'No log of {trail} has arrived for 24 hours (the last: {deliveredAt}) and no error is shown: we cannot tell whether it is quiet or broken.',
        'digest-error':
          'No log of {trail} has arrived for 24 hours (the last: {deliveredAt}), and its hourly digests fail: {error}. We cannot tell whether its logs would fail too.',
      },
    },
    ja: {
      title: '証跡のログが実際にバケットへ届いている',
      short: 'ログの配信',
      todo: '証跡ログの配信を直す',
      why: '証跡が「記録中」でも、バケットポリシーの変更などでログが届いていないことがあります。気付くのは、ログが必要になったその日です。',
      good: '記録中のすべての証跡で、24 時間以内にログまたはダイジェストが届いている状態です。',
      reasons: {
        delivered: '{trail} のログは {deliveredAt} に配信されました。',
        'digest-only':
          '{trail} に配信するログはありませんが、1 時間ごとのダイジェストは届いています（最新は {digestAt}）。',
        'delivery-error': '{trail} のバケットへの配信でエラーが発生しています：{error}',
        'not-delivering': '{trail} のログもダイジェストも 24 時間以上届いていません。',
        'too-early': '{trail} は記録を始めてから 24 時間たっていません。',
        quiet:
          '{trail} のログが 24 時間届いていません（最後の配信：{deliveredAt}）。エラーもなく、記録するものがないだけなのか故障なのか、判断できません。',
        'digest-error':
          '{trail} のログが 24 時間届いておらず（最後の配信：{deliveredAt}）、1 時間ごとのダイジェストの配信でエラーが発生しています：{error}。ログの配信も失敗しているかどうかは判断できません。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Open CloudTrail, choose the trail and read the error shown under “Trail log location”.',
          'Open the bucket in S3 and compare its policy with the one CloudTrail needs.',
          'Give the bucket that policy, or point the trail at another bucket.',
        ],
        ja: [
          'CloudTrail で証跡を開き、「証跡ログの場所」に出ているエラーを確認します。',
          'S3 でバケットを開き、バケットポリシーが CloudTrail に必要な内容か確認します。',
          'ポリシーを直すか、証跡の保存先を別のバケットに変更します。',
        ],
      },
      link: 'https://console.aws.amazon.com/cloudtrailv2/home#/trails',
    },
    cli: {
      lines: `aws cloudtrail get-trail-status --name <trail-arn> --region <home-region>
aws s3api get-bucket-policy --bucket <bucket> --query Policy --output text
# The whole policy: what it says today, and the statements shown under CloudFormation:
aws s3api put-bucket-policy --bucket <bucket> --policy file://<policy-file>`,
      actions: ['cloudtrail:GetTrailStatus', 's3:GetBucketPolicy', 's3:PutBucketPolicy'],
    },
    ...trailBucketPolicyTemplate,
    minutes: 10,
    cost: {
      text: {
        en: 'S3 storage of what then arrives (GB kept × price per GB-month).',
        ja: '届くログの S3 保管料（保存量 × GB 月額単価）',
      },
      link: 'https://aws.amazon.com/s3/pricing/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Putting a bucket policy replaces the old one whole: keep its other statements.',
      ja: 'バケットポリシーは丸ごと置き換わります。既存のほかの記述も残してください。',
    },
  },
  references: [
    ...refers(
      'contributes',
      { en: 'logs that do not arrive protect nothing', ja: '届かないログでは何も守れないため' },
      { 'aws-ssb': ['ACCT.07'], 'aws-ssb-2022': ['ACCT.07'] },
    ),
  ],
  evaluate(evidence) {
    const trails = knownTrails(evidence);
    const verdicts: UnitVerdict<Code>[] = trails.flatMap((trail) => judgeTrail(trail));
    const wideRead = trails.some(
      (known) => known.trail.IsMultiRegionTrail === true && isLogging(known) === true,
    );
    // Settled in checks.md 0.11: beside a multi-region trail, an unread list of trails adds no unit.
    if (!wideRead) verdicts.push(...unreadTrailLists(evidence));
    verdicts.push(...unlistedRegions(evidence));
    return verdicts.length > 0 ? verdicts : [noUnit(...trails.map((known) => known.status))];
  },
});

type Code =
  | 'delivered'
  | 'digest-only'
  | 'delivery-error'
  | 'not-delivering'
  | 'too-early'
  | 'quiet'
  | 'digest-error'
  | 'not-read'
  | 'regions-not-listed'
  | 'region-changing';

/** A trail that is not logging is no unit; one whose status is unread may be. */
function judgeTrail(known: KnownTrail): UnitVerdict<Code>[] {
  const { arn, trail, status } = known;
  const place = { region: trail.HomeRegion ?? status.region, resource: arn };
  if (!status.readable || status.value.IsLogging === undefined)
    return [{ ...place, ...unread(status) }];
  if (!status.value.IsLogging) return [];
  return [{ ...place, ...deliveryOf(known, status) }];
}

type ReadStatus = Extract<KnownTrail['status'], { readable: true }>;

function deliveryOf({ arn, trail }: KnownTrail, status: ReadStatus) {
  const { LatestDeliveryTime, LatestDigestDeliveryTime, StartLoggingTime } = status.value;
  const error = errorText(status.value.LatestDeliveryError);
  const digestError = errorText(status.value.LatestDigestDeliveryError);
  const validated = trail.LogFileValidationEnabled === true;
  if (error !== null) return fail('delivery-error', { trail: arn, error }, status);
  if (within(LatestDeliveryTime)) {
    return pass('delivered', { trail: arn, deliveredAt: LatestDeliveryTime }, status);
  }
  if (validated && digestError === null && within(LatestDigestDeliveryTime))
    return pass('digest-only', { trail: arn, digestAt: LatestDigestDeliveryTime }, status);

  const last = latest(LatestDeliveryTime, StartLoggingTime);
  if (last !== undefined && ageAt(status.at, last) < DAY)
    return unknown('too-early', { trail: arn }, status);
  const silent = last !== undefined && ageAt(status.at, last) > DAY;
  // CloudTrail delivers a digest every hour "even when there has been no API activity" (CloudTrail User Guide,
  // Digest file structure): one that is old by here tells, or one that never came since a known start.
  const digestMissing = (LatestDigestDeliveryTime ?? StartLoggingTime) !== undefined;
  if (silent && validated && digestError === null && digestMissing)
    return fail('not-delivering', { trail: arn }, status);
  const params = { trail: arn, deliveredAt: LatestDeliveryTime ?? [] };
  if (validated && digestError !== null)
    return unknown('digest-error', { ...params, error: digestError }, status);
  return unknown('quiet', params, status);

  function within(instant: string | undefined): instant is string {
    return instant !== undefined && ageAt(status.at, instant) <= DAY;
  }
}
