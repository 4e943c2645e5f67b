import type { EvidenceValue } from '@ippo/contracts';
import { ageAt, DAY } from '../../aws/age.ts';
import { bestOf, isServiceLinked, ownRecorders } from '../../aws/config-recorders.ts';
import { defineCheck } from '../../define-check.ts';
import { eachRegion } from '../../each-region.ts';
import { fail, pass, unknown, unread } from '../../verdict.ts';
import { refers } from '../../define-framework.ts';

type Status = EvidenceValue<'config.recorder-status'>[number];

export default defineCheck({
  id: 'cfg-recording',
  measure: 3,
  severity: 'high',
  unit: 'region',
  aggregate: 'all',
  requires: ['config.recorders', 'config.recorder-status', 'config.recorder-summaries'],
  dependsOn: [],
  step: 'config',
  text: {
    en: {
      title: 'AWS Config records in every Region',
      short: 'Config on',
      todo: 'Switch on AWS Config in every Region',
      why: 'AWS Config keeps a history of how each resource (a server, a bucket, a role) was set up. After a mistake or an attack you can see what was changed, when, and what it looked like before.',
      good: 'In every enabled Region a recorder of your own is recording without failure.',
      reasons: {
        met: 'AWS Config is recording.',
        'no-recorder': 'There is no recorder.',
        'only-service-linked': 'The only recorder here belongs to another AWS service.',
        'recorder-stopped': 'The recorder {recorder} is stopped.',
        'recorder-failing': 'The recorder {recorder} reports a failure: {error}.',
        'recorder-status-unclear':
          'The status of the recorder {recorder} is empty, unknown, or has been pending for over 24 hours.',
      },
    },
    ja: {
      title: 'AWS Config がすべてのリージョンで記録している',
      short: 'Config の記録',
      todo: 'すべてのリージョンで AWS Config を有効にする',
      why: 'AWS Config は、サーバーやバケットなどのリソースについて、設定の移り変わりを保存します。ミスや攻撃のあとで、何がいつ変わり、以前はどうだったかを確認できます。',
      good: '有効なすべてのリージョンで、自社のレコーダーが失敗なく記録している状態です。',
      reasons: {
        met: 'AWS Config が記録中です。',
        'no-recorder': 'レコーダーがありません。',
        'only-service-linked':
          'ほかの AWS サービス専用のレコーダー（サービスにリンクされたレコーダー）しかありません。',
        'recorder-stopped': 'レコーダー {recorder} が停止しています。',
        'recorder-failing': 'レコーダー {recorder} が失敗を報告しています：{error}',
        'recorder-status-unclear':
          'レコーダー {recorder} の状態が不明、または 24 時間以上保留中です。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Open AWS Config in the Region. A stopped recorder: choose “Settings” and start recording.',
          'No recorder: choose “Get started” and record all resource types; IAM types in one Region only.',
          'Choose the bucket for the history and confirm.',
        ],
        ja: [
          '対象リージョンで AWS Config を開きます。停止中のレコーダーがある場合：「設定」から記録を開始します。',
          'レコーダーがない場合：「開始する」を選び、すべてのリソースタイプを記録します（IAM は 1 リージョンだけで十分です）。',
          '履歴を保存するバケットを選び、確定します。',
        ],
      },
      link: 'https://{{region}}.console.aws.amazon.com/config/home?region={{region}}',
    },
    cli: {
      lines: `# A stopped recorder:
aws configservice start-configuration-recorder --configuration-recorder-name <recorder> --region <region>
# No recorder yet (the bucket must allow AWS Config to write; the role may exist already):
aws iam create-service-linked-role --aws-service-name config.amazonaws.com
# <partition> is aws; in China aws-cn, in AWS GovCloud (US) aws-us-gov.
aws configservice put-configuration-recorder --region <region> --configuration-recorder name=default,roleARN=arn:<partition>:iam::<account-id>:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig --recording-group allSupported=true,includeGlobalResourceTypes=false
aws configservice put-delivery-channel --region <region> --delivery-channel name=default,s3BucketName=<bucket>
aws configservice start-configuration-recorder --configuration-recorder-name default --region <region>`,
      mends: { 'recorder-stopped': [0], 'no-recorder': [1], 'only-service-linked': [1] },
      actions: [
        'config:PutConfigurationRecorder',
        'config:PutDeliveryChannel',
        'config:StartConfigurationRecorder',
        'iam:CreateServiceLinkedRole',
        'iam:PassRole',
      ],
    },
    cloudformation: {
      template: `AWSTemplateFormatVersion: "2010-09-09"
Description: AWS Config in one Region (deploy in each, for instance as a stack set; the service-linked role of AWS Config must exist)
Parameters:
  BucketName:
    Type: String
    Description: A bucket whose policy lets AWS Config write
Resources:
  Recorder:
    Type: AWS::Config::ConfigurationRecorder
    Properties:
      Name: default
      RoleARN: !Sub "arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"
      RecordingGroup:
        AllSupported: true
        IncludeGlobalResourceTypes: false
  Channel:
    Type: AWS::Config::DeliveryChannel
    Properties:
      Name: default
      S3BucketName: !Ref BucketName
`,
    },
    terraform: {
      code: `variable "bucket" { type = string }
variable "role_arn" { type = string }

resource "aws_config_configuration_recorder" "this" {
  name     = "default"
  role_arn = var.role_arn
  recording_group {
    all_supported                 = true
    include_global_resource_types = false
  }
}

resource "aws_config_delivery_channel" "this" {
  name           = "default"
  s3_bucket_name = var.bucket
  depends_on     = [aws_config_configuration_recorder.this]
}

resource "aws_config_configuration_recorder_status" "this" {
  name       = aws_config_configuration_recorder.this.name
  is_enabled = true
  depends_on = [aws_config_delivery_channel.this]
}
`,
    },
    minutes: 15,
    cost: {
      text: {
        en: 'Configuration items recorded × price per item, in each Region, and S3 storage. Busy Regions cost more than idle ones.',
        ja: '記録された設定項目数 × 単価（リージョンごと）と S3 の保管料。変更が多いほど高くなります。',
      },
      link: 'https://aws.amazon.com/config/pricing/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Nothing breaks. Accounts under AWS Control Tower get Config from there: do not add a second one.',
      ja: '動作への影響はありません。AWS Control Tower 管理下のアカウントでは、重ねて作らず Control Tower 側で設定してください。',
    },
  },
  references: [
    ...refers(
      'proves',
      {
        en: 'recorder on in every region, status read without case',
        ja: '全リージョンのレコーダーを、状態の大文字・小文字を区別せずに確認するため',
      },
      { prowler: ['config_recorder_all_regions_enabled'] },
    ),
    ...refers(
      'contributes',
      {
        en: 'recording in all regions; types are other checks',
        ja: '確認するのは全リージョンの記録で、リソースタイプは別のチェックで判定するため',
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
        en: 'the control also asks for the service-linked role and types',
        ja: 'コントロールはサービスにリンクされたロールとタイプも求めるため',
      },
      { 'security-hub': ['Config.1'] },
    ),
  ],
  evaluate(evidence) {
    return eachRegion(evidence, (region) => {
      const recorders = evidence.in('config.recorders', region);
      const statuses = evidence.in('config.recorder-status', region);
      const summaries = evidence.in('config.recorder-summaries', region);
      if (!recorders.readable) return unread(recorders);
      const own = ownRecorders(recorders.value);
      if (own.length === 0) {
        const linked = [...recorders.value, ...(summaries.readable ? summaries.value : [])];
        const code = linked.some(isServiceLinked) ? 'only-service-linked' : 'no-recorder';
        return fail(code, {}, recorders, summaries);
      }
      if (!statuses.readable) return unread(statuses, recorders);

      return bestOf(own, ({ name: recorder }) => {
        const status = statuses.value.find(({ name }) => name === recorder);
        const { say, code, params } = judgeRecorder(recorder, status, statuses.at);
        return say(code, params, recorders, statuses);
      });
    });
  },
});

/** The API model writes `Success`, the wire `SUCCESS`: compared without case (mistakes.md 61). */
function judgeRecorder(recorder: string, status: Status | undefined, at: string) {
  const met = { say: pass, code: 'met', params: { recorder } } as const;
  const unclear = { say: unknown, code: 'recorder-status-unclear', params: { recorder } } as const;
  if (status?.recording === undefined) return unclear;
  if (!status.recording)
    return { say: fail, code: 'recorder-stopped', params: { recorder } } as const;
  const lastStatus = status.lastStatus?.toUpperCase();
  if (lastStatus === 'SUCCESS') return met;
  if (lastStatus === 'FAILURE') {
    const error = status.lastErrorCode ?? status.lastErrorMessage ?? 'FAILURE';
    return { say: fail, code: 'recorder-failing', params: { recorder, error } } as const;
  }
  const fresh = status.lastStartTime !== undefined && ageAt(at, status.lastStartTime) <= DAY;
  return lastStatus === 'PENDING' && fresh ? met : unclear;
}
