import type { EvidenceValue } from '@ippo/contracts';
import { ageAt, DAY, latest, MINUTE } from '../../aws/age.ts';
import { eachRegionWithRecorder } from '../../aws/config-recorders.ts';
import { defineCheck } from '../../define-check.ts';
import { configBucketTemplate } from '../../remediation/config-bucket.ts';
import { fail, pass, unknown, unread } from '../../verdict.ts';
import { refers } from '../../define-framework.ts';

type ChannelStatus = EvidenceValue<'config.delivery-channel-status'>[number];

export default defineCheck({
  id: 'cfg-delivery',
  measure: 3,
  severity: 'medium',
  unit: 'region',
  aggregate: 'all',
  requires: ['config.recorders', 'config.delivery-channels', 'config.delivery-channel-status'],
  dependsOn: ['cfg-recording'],
  text: {
    en: {
      title: 'The history of AWS Config arrives in a bucket',
      short: 'Config delivery',
      todo: 'Repair the delivery of AWS Config’s history',
      why: 'AWS Config also writes its history to files in a bucket: a copy that stays when AWS Config’s own is gone. If the bucket refuses the files, nobody notices until they are needed.',
      good: 'Every Region with a recorder has a delivery channel that reports no failure and delivered to its bucket within 48 hours.',
      reasons: {
        met: 'The last delivery to the bucket was at {deliveredAt}.',
        'no-channel': 'There is no delivery channel: the history reaches no bucket.',
        'channel-failing': 'The delivery channel {channel} reports a failure: {error}.',
        'delivery-status-unclear':
          'The delivery channel {channel} reports a status that we do not know: {status}.',
        'no-recent-delivery':
          'No failure is shown, but no delivery to the bucket within 48 hours either: we cannot tell whether it is quiet or broken.',
      },
    },
    ja: {
      title: 'AWS Config の履歴がバケットに配信されている',
      short: 'Config の配信',
      todo: 'AWS Config の履歴の配信を直す',
      why: 'AWS Config は履歴をファイルとしてもバケットに保存します。AWS Config 側の履歴が消えても残る控えです。バケットが書き込みを拒否していても、必要になるまで誰も気付きません。',
      good: 'レコーダーのあるすべてのリージョンに配信チャネルがあり、失敗がなく、48 時間以内にバケットへ配信されている状態です。',
      reasons: {
        met: 'バケットへの最後の配信は {deliveredAt} です。',
        'no-channel': '配信チャネルがなく、履歴がどのバケットにも届いていません。',
        'channel-failing': '配信チャネル {channel} が失敗を報告しています：{error}',
        'delivery-status-unclear':
          '配信チャネル {channel} の状態 {status} は未知の値のため、判断できません。',
        'no-recent-delivery':
          '失敗の報告はありませんが、48 時間以内の配信もありません。変更がないだけなのか故障なのか、判断できません。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Open AWS Config in the Region, choose “Settings” and look at the delivery method.',
          'Open the bucket in S3 and compare its policy with the one that AWS Config needs.',
          'Add what is missing to that policy; only if the bucket is gone, choose another one.',
        ],
        ja: [
          '対象リージョンで AWS Config を開き、「設定」で配信方法を確認します。',
          'S3 でバケットを開き、バケットポリシーが AWS Config に必要な内容か確認します。',
          '不足している記述をポリシーに追加します。バケットがない場合だけ、別のバケットを選びます。',
        ],
      },
      link: 'https://{{region}}.console.aws.amazon.com/config/home?region={{region}}',
    },
    cli: {
      lines: `# What fails, and why:
aws configservice describe-delivery-channel-status --region <region>
# A bucket that refuses (add the statements shown under CloudFormation to the policy that it has):
aws s3api get-bucket-policy --bucket <bucket> --query Policy --output text
aws s3api put-bucket-policy --bucket <bucket> --policy file://<policy-file>
# No channel, or a bucket that is gone:
aws configservice put-delivery-channel --region <region> --delivery-channel name=<channel>,s3BucketName=<bucket>
# Try it now:
aws configservice deliver-config-snapshot --delivery-channel-name <channel> --region <region>`,
      mends: { 'no-channel': [2, 3], 'channel-failing': [0] },
      actions: [
        'config:DeliverConfigSnapshot',
        'config:DescribeDeliveryChannelStatus',
        'config:PutDeliveryChannel',
        's3:GetBucketPolicy',
        's3:PutBucketPolicy',
      ],
    },
    ...configBucketTemplate,
    minutes: 10,
    cost: {
      text: {
        en: 'S3 storage of the history files: GB kept × price per GB-month.',
        ja: '履歴ファイルの S3 保管料：保存量 × GB 月額単価',
      },
      link: 'https://aws.amazon.com/s3/pricing/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Putting a bucket policy replaces the old one whole: keep its other statements. A new bucket starts empty; older files stay where they are.',
      ja: 'バケットポリシーは丸ごと置き換わるため、既存のほかの記述も残してください。新しいバケットは空から始まり、過去のファイルは元の場所に残ります。',
    },
  },
  references: [
    ...refers(
      'contributes',
      {
        en: 'a recorder without delivery keeps no history',
        ja: '配信しないレコーダーは履歴を残さないため',
      },
      {
        'cis-aws-3.0': ['3.3'],
        'cis-aws-5.0': ['3.3'],
        'cis-aws-6.0': ['4.3'],
        'cis-aws-7.0': ['4.3'],
      },
    ),
    ...refers(
      'contributes',
      {
        en: 'the channel is needed for Config to be set up',
        ja: 'AWS Config の設定には配信チャネルが必要であるため',
      },
      { 'security-hub': ['Config.1'] },
    ),
  ],
  evaluate(evidence) {
    return eachRegionWithRecorder(evidence, ({ region, reading }) => {
      const channels = evidence.in('config.delivery-channels', region);
      const statuses = evidence.in('config.delivery-channel-status', region);
      if (channels.readable && channels.value.length === 0)
        return fail('no-channel', {}, reading, channels);
      const known = statuses.readable
        ? statuses.value.toSorted((a, b) => (a.name < b.name ? -1 : 1))
        : [];

      const failing = known.find((one) => inState(one, 'FAILURE').length > 0);
      if (failing) {
        const error = inState(failing, 'FAILURE').map((info) => info.lastErrorCode ?? 'FAILURE');
        const params = { channel: failing.name, error: [...new Set(error)].sort() };
        return fail('channel-failing', params, reading, statuses);
      }
      if (!channels.readable) return unread(channels, reading, statuses);
      if (!statuses.readable) return unread(statuses, reading, channels);

      const unclear = known.find((one) => unknownStates(one).length > 0);
      if (unclear) {
        const params = { channel: unclear.name, status: unknownStates(unclear) };
        return unknown('delivery-status-unclear', params, reading, channels, statuses);
      }
      const deliveredAt = latest(...known.flatMap((one) => deliveries(one, statuses.at)));
      return deliveredAt === undefined
        ? unknown('no-recent-delivery', {}, reading, channels, statuses)
        : pass('met', { deliveredAt }, reading, channels, statuses);
    });
  },
});

type Delivery = { lastStatus?: string | undefined; lastErrorCode?: string | undefined };

/** The stream is about a topic: its success proves nothing about the bucket, its failure counts. */
function allDeliveries(status: ChannelStatus): Delivery[] {
  const { configHistoryDeliveryInfo, configSnapshotDeliveryInfo, configStreamDeliveryInfo } =
    status;
  return [configHistoryDeliveryInfo, configSnapshotDeliveryInfo, configStreamDeliveryInfo].filter(
    (info) => info !== undefined,
  );
}

/** Config API `DeliveryStatus`; the wire writes it in capitals (mistakes.md 61). */
function inState(status: ChannelStatus, state: string): Delivery[] {
  return allDeliveries(status).filter((info) => info.lastStatus?.toUpperCase() === state);
}

function unknownStates(status: ChannelStatus): string[] {
  const states = allDeliveries(status).flatMap(({ lastStatus }) => lastStatus ?? []);
  return states.filter((state) => !/^(success|failure|not_applicable)$/i.test(state)).toSorted();
}

/** When history or a snapshot last arrived, if within 48 hours; 5 minutes ahead are clock skew. */
function deliveries(status: ChannelStatus, readAt: string): string[] {
  return [status.configHistoryDeliveryInfo, status.configSnapshotDeliveryInfo].flatMap((info) => {
    if (info?.lastStatus?.toUpperCase() !== 'SUCCESS' || !info.lastSuccessfulTime) return [];
    const age = ageAt(readAt, info.lastSuccessfulTime);
    return age <= 2 * DAY && age >= -5 * MINUTE ? [info.lastSuccessfulTime] : [];
  });
}
