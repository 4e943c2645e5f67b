import { detectorIds } from '../../aws/guardduty-detectors.ts';
import { defineCheck } from '../../define-check.ts';
import { eachRegion } from '../../each-region.ts';
import { fail, pass, unread } from '../../verdict.ts';
import { refers } from '../../define-framework.ts';

export default defineCheck({
  id: 'gd-enabled',
  measure: 4,
  severity: 'high',
  unit: 'region',
  aggregate: 'all',
  requires: ['guardduty.detectors', 'guardduty.detector'],
  dependsOn: [],
  step: 'guardduty',
  text: {
    en: {
      title: 'GuardDuty is on in every Region',
      short: 'GuardDuty on',
      todo: 'Switch on GuardDuty in every Region',
      why: 'GuardDuty watches AWS’s own logs all the time and tells you when something is odd, such as a key used from a strange place. Attackers prefer Regions where it is off.',
      good: 'In every enabled Region a GuardDuty detector is enabled.',
      reasons: {
        met: 'GuardDuty is on.',
        'no-detector': 'GuardDuty is off: there is no detector.',
        'detector-suspended': 'GuardDuty is suspended: its detector watches nothing.',
      },
    },
    ja: {
      title: 'GuardDuty がすべてのリージョンで有効になっている',
      short: 'GuardDuty',
      todo: 'すべてのリージョンで GuardDuty を有効にする',
      why: 'GuardDuty は AWS のログを常時分析し、見慣れない場所からのキー利用など、不審な動きを知らせます。攻撃者は無効なリージョンを好みます。',
      good: '有効なすべてのリージョンで、GuardDuty のディテクターが有効になっている状態です。',
      reasons: {
        met: 'GuardDuty は有効です。',
        'no-detector': 'GuardDuty が無効です（ディテクターがありません）。',
        'detector-suspended':
          'GuardDuty が停止中です（ディテクターはありますが、何も監視していません）。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Open GuardDuty in the Region.',
          'Choose “Get started”, then “Enable GuardDuty”; a suspended one is resumed under “Settings”.',
          'Repeat in each Region, or let AWS Organizations enable it everywhere.',
        ],
        ja: [
          '対象リージョンで GuardDuty を開きます。',
          '「今すぐ始める」から「GuardDuty を有効にする」を選びます（停止中の場合は「設定」から再度有効にします）。',
          '各リージョンで繰り返すか、AWS Organizations でまとめて有効にします。',
        ],
      },
      link: 'https://{{region}}.console.aws.amazon.com/guardduty/home?region={{region}}',
    },
    cli: {
      lines: `# No detector yet:
aws guardduty create-detector --enable --region <region>
# A suspended detector:
aws guardduty update-detector --detector-id <detector-id> --enable --region <region>`,
      mends: { 'no-detector': [0], 'detector-suspended': [1] },
      actions: [
        'guardduty:CreateDetector',
        'guardduty:UpdateDetector',
        'iam:CreateServiceLinkedRole',
      ],
    },
    cloudformation: {
      template: `AWSTemplateFormatVersion: "2010-09-09"
Description: GuardDuty in one Region (deploy in each, for instance as a stack set)
Resources:
  Detector:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
`,
    },
    terraform: {
      code: `resource "aws_guardduty_detector" "this" {
  enable = true
}
`,
    },
    minutes: 5,
    cost: {
      text: {
        en: 'Free for 30 days in each Region; then events analysed × price. Most protection plans start switched on and are charged after the trial as well; AWS shows your own estimate during it.',
        ja: '各リージョン 30 日間無料。以後は分析したイベント量 × 単価です。同時に有効になる保護プランの多くも、無料期間後に課金されます（期間中に見積もりが表示されます）。',
      },
      link: 'https://aws.amazon.com/guardduty/pricing/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Nothing breaks: GuardDuty reads copies of logs and touches nothing that runs.',
      ja: '動作への影響はありません。GuardDuty はログの写しを読むだけです。',
    },
  },
  references: [
    ...refers(
      'proves',
      {
        en: 'an enabled detector in every region',
        ja: '全リージョンのディテクターが有効であることを確認するため',
      },
      { prowler: ['guardduty_is_enabled'] },
    ),
    ...refers(
      'proves',
      {
        en: 'GuardDuty on is the whole control',
        ja: 'GuardDuty が有効であることがコントロールのすべてであるため',
      },
      { 'security-hub': ['GuardDuty.1'], 'aws-ssb': ['ACCT.14'], 'aws-ssb-2022': ['ACCT.11'] },
    ),
  ],
  evaluate(evidence) {
    return eachRegion(evidence, (region) => {
      const { list, ids } = detectorIds(evidence, region);
      const detectors = ids.map((id) => evidence.of('guardduty.detector', id));
      const statusOf = (detector: (typeof detectors)[number]) =>
        detector.readable ? detector.value.Status?.toUpperCase() : undefined;

      const enabled = detectors.find((detector) => statusOf(detector) === 'ENABLED');
      if (enabled) return pass('met', {}, list, enabled);
      if (!list.readable) return unread(list);
      if (ids.length === 0) return fail('no-detector', {}, list);
      const open = detectors.find((detector) => statusOf(detector) !== 'DISABLED');
      if (open) return unread(open, list);
      return fail('detector-suspended', {}, list, ...detectors);
    });
  },
});
