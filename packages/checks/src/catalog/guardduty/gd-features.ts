import { detectorIds, isWatching } from '../../aws/guardduty-detectors.ts';
import { bestState, planState, protectionPlans } from '../../aws/protection-plans.ts';
import { defineCheck } from '../../define-check.ts';
import { eachInRegion } from '../../each-region.ts';
import { fail, noUnit, notApplicable, pass, unread } from '../../verdict.ts';
import { refers } from '../../define-framework.ts';

export default defineCheck({
  id: 'gd-features',
  measure: 4,
  severity: 'medium',
  unit: 'plan',
  aggregate: 'all',
  requires: ['guardduty.detectors', 'guardduty.detector'],
  dependsOn: ['gd-enabled'],
  text: {
    en: {
      title: 'GuardDuty’s protection plans are on',
      short: 'Protection plans',
      todo: 'Switch on GuardDuty’s protection plans',
      why: 'GuardDuty alone watches the account and its network. Whether somebody empties your storage, signs in to your database or runs malware on a server is seen only by its protection plans, each of which has its own switch.',
      good: 'In every Region with GuardDuty each plan that AWS offers there is on: S3, EKS, malware on disks, RDS, Lambda and runtime.',
      reasons: {
        met: 'The plan {plan} is on.',
        'plan-off': 'The plan {plan} is off.',
        'plan-not-offered': 'AWS does not offer the plan {plan} in this Region.',
      },
    },
    ja: {
      title: 'GuardDuty の保護プランが有効になっている',
      short: '保護プラン',
      todo: 'GuardDuty の保護プランを有効にする',
      why: 'GuardDuty の基本機能が見るのは、アカウントの操作とネットワークです。データの持ち出しやデータベースへの不正ログイン、サーバー上のマルウェアは、保護プランごとに有効にしないと検知できません。',
      good: 'GuardDuty が有効なすべてのリージョンで、提供されている保護プランがすべて有効になっている状態です（S3・EKS・ディスクのマルウェア・RDS・Lambda・ランタイム）。',
      reasons: {
        met: '保護プラン {plan} は有効です。',
        'plan-off': '保護プラン {plan} が無効です。',
        'plan-not-offered': 'このリージョンでは保護プラン {plan} が提供されていません。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Open GuardDuty in the Region and choose the plan under “Protection plans”.',
          'Choose “Enable”. Plans for what you do not use cost nothing until you use it.',
          'For runtime, let GuardDuty manage its agent, or install it yourself.',
        ],
        ja: [
          '対象リージョンで GuardDuty を開き、「保護プラン」から該当するプランを選びます。',
          '「有効にする」を選びます。使っていないサービスのプランは、使い始めるまで費用がかかりません。',
          'ランタイムは、エージェントの管理を GuardDuty に任せるか、自分でインストールします。',
        ],
      },
      link: 'https://{{region}}.console.aws.amazon.com/guardduty/home?region={{region}}',
    },
    cli: {
      lines: `aws guardduty get-detector --detector-id <detector-id> --region <region>
# One plan at a time; its name is shown in the finding:
aws guardduty update-detector --detector-id <detector-id> --features Name=<plan>,Status=ENABLED --region <region>`,
      actions: ['guardduty:GetDetector', 'guardduty:UpdateDetector', 'iam:CreateServiceLinkedRole'],
    },
    cloudformation: {
      template: `AWSTemplateFormatVersion: "2010-09-09"
Description: A GuardDuty detector with its protection plans (import a detector that exists with its plans as they are today, then update with these, as an import alone changes nothing)
Resources:
  Detector:
    Type: AWS::GuardDuty::Detector
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      Enable: true
      Features:
        - { Name: S3_DATA_EVENTS, Status: ENABLED }
        - { Name: EKS_AUDIT_LOGS, Status: ENABLED }
        - { Name: EBS_MALWARE_PROTECTION, Status: ENABLED }
        - { Name: RDS_LOGIN_EVENTS, Status: ENABLED }
        - { Name: LAMBDA_NETWORK_LOGS, Status: ENABLED }
        - { Name: RUNTIME_MONITORING, Status: ENABLED }
`,
    },
    terraform: {
      code: `data "aws_guardduty_detector" "this" {}

resource "aws_guardduty_detector_feature" "plan" {
  for_each = toset([
    "S3_DATA_EVENTS",
    "EKS_AUDIT_LOGS",
    "EBS_MALWARE_PROTECTION",
    "RDS_LOGIN_EVENTS",
    "LAMBDA_NETWORK_LOGS",
    "RUNTIME_MONITORING",
  ])
  detector_id = data.aws_guardduty_detector.this.id
  name        = each.key
  status      = "ENABLED"
}
`,
    },
    minutes: 10,
    cost: {
      text: {
        en: 'Each plan: its own measure (events, GB scanned, or vCPU-hours) × price, after 30 free days in each Region.',
        ja: 'プランごとの計測量（イベント数、スキャンした GB、vCPU 時間）× 単価。各リージョンで 30 日間無料です。',
      },
      link: 'https://aws.amazon.com/guardduty/pricing/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'The plans read copies and change nothing that runs. Runtime monitoring is the exception: its agent runs on your servers and takes some memory and processor time.',
      ja: '保護プランは写しを読むだけで、動作への影響はありません。ランタイムだけは、サーバー上のエージェントがメモリと CPU を少し使います。',
    },
  },
  references: [
    ...refers(
      'proves',
      { en: 'one plan each', ja: '保護プランごとに確認するため' },
      {
        prowler: [
          'guardduty_s3_protection_enabled',
          'guardduty_eks_audit_log_enabled',
          'guardduty_ec2_malware_protection_enabled',
          'guardduty_rds_protection_enabled',
          'guardduty_lambda_protection_enabled',
          'guardduty_eks_runtime_monitoring_enabled',
        ],
      },
    ),
    ...refers(
      'contributes',
      {
        en: 'one plan each, in this account only',
        ja: '保護プランごとに、このアカウントだけを確認するため',
      },
      {
        'security-hub': [
          'GuardDuty.5',
          'GuardDuty.6',
          'GuardDuty.7',
          'GuardDuty.8',
          'GuardDuty.9',
          'GuardDuty.10',
          'GuardDuty.11',
        ],
      },
    ),
    ...refers(
      'contributes',
      {
        en: 'the plan is on; which servers it covers is not judged',
        ja: '確認するのはプランの有効化で、対象ホストまでは判定しないため',
      },
      { 'security-hub': ['GuardDuty.12', 'GuardDuty.13'] },
    ),
  ],
  evaluate(evidence) {
    return eachInRegion(evidence, (region) => {
      const { list, ids } = detectorIds(evidence, region);
      if (!list.readable) return [unread(list)];
      const detectors = ids.map((id) => evidence.of('guardduty.detector', id));
      const unclear = detectors.find((detector) => isWatching(detector) === null);
      if (unclear) return [unread(unclear, list)];
      const watching = detectors.filter((detector) => isWatching(detector));
      const [first] = watching;
      if (!first) return [noUnit(list, ...detectors)];

      return protectionPlans.map((plan) => {
        const states = watching.map((one) =>
          one.readable ? planState(one.value, plan) : 'unclear',
        );
        const params = { plan };
        const verdictOf = {
          on: () => pass('met', params, list, ...watching),
          off: () => fail('plan-off', params, list, ...watching),
          absent: () => notApplicable('plan-not-offered', params, list, ...watching),
          unclear: () => unread(first, list),
        };
        return { facet: plan, ...verdictOf[bestState(states)]() };
      });
    });
  },
});
