import { eachRegionWithRecorder } from '../../aws/config-recorders.ts';
import { defineCheck } from '../../define-check.ts';
import { fail, pass, unread } from '../../verdict.ts';

/** Days for which AWS Config keeps items where nobody set another number (Config Developer Guide). */
const DEFAULT_DAYS = 2557;

export default defineCheck({
  id: 'cfg-retention',
  measure: 3,
  severity: 'low',
  unit: 'region',
  aggregate: 'all',
  requires: ['config.recorders', 'config.retention'],
  dependsOn: ['cfg-recording'],
  text: {
    en: {
      title: 'AWS Config keeps its history long enough',
      short: 'Retention',
      todo: 'Let AWS Config keep its history longer',
      why: 'Some break-ins are found only months later, and auditors ask about last year. What AWS Config has deleted by then cannot be brought back.',
      good: 'In every Region with a recorder the history is kept for at least the number of days that you set (365 if you set none).',
      reasons: {
        'within-limit': 'The history is kept for {days} days; {required} are required.',
        met: 'Nothing is set, so AWS keeps the history for {days} days (7 years).',
        'too-short': 'The history is kept for {days} days only; {required} are required.',
      },
    },
    ja: {
      title: 'AWS Config の履歴の保持期間が十分である',
      short: '保持期間',
      todo: 'AWS Config の履歴の保持期間を延ばす',
      why: '侵入が数か月後に見つかることもあり、監査では前年の状況も確認されます。その時点で AWS Config から消えている履歴は、取り戻せません。',
      good: 'レコーダーのあるすべてのリージョンで、設定した日数（未設定の場合は 365 日）以上、履歴が保持される状態です。',
      reasons: {
        'within-limit': '履歴の保持期間は {days} 日です（必要な日数は {required} 日）。',
        met: '設定がないため、AWS の既定の {days} 日間（7 年）保持されます。',
        'too-short': '履歴の保持期間が {days} 日で、必要な {required} 日に足りません。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Open AWS Config in the Region and choose “Settings”, then “Edit”.',
          'Under the data retention period choose the default of 7 years, or a number of days that is long enough.',
          'Save.',
        ],
        ja: [
          '対象リージョンで AWS Config を開き、「設定」の「編集」を選びます。',
          'データの保持期間で、既定の 7 年、または必要な日数以上を選びます。',
          '保存します。',
        ],
      },
      link: 'https://{{region}}.console.aws.amazon.com/config/home?region={{region}}',
    },
    cli: {
      lines: `aws configservice describe-retention-configurations --region <region>
# Days from 30 to 2557; the default is 2557:
aws configservice put-retention-configuration --retention-period-in-days <days> --region <region>`,
      actions: ['config:DescribeRetentionConfigurations', 'config:PutRetentionConfiguration'],
    },
    cloudformation: {
      none: {
        en: 'CloudFormation has no resource type for the retention of AWS Config: use the CLI or Terraform.',
        ja: 'AWS Config の保持期間は CloudFormation では設定できません。CLI または Terraform を使います。',
      },
    },
    terraform: {
      code: `variable "days" {
  type    = number
  default = 2557
}

resource "aws_config_retention_configuration" "this" {
  retention_period_in_days = var.days
}
`,
    },
    minutes: 2,
    cost: {
      text: {
        en: 'Nothing more inside AWS Config, which charges for recording and not for the time kept. Files in the bucket: GB kept × price per GB-month.',
        ja: 'AWS Config 内の保持期間による追加はありません（課金は記録時）。バケットのファイル：保存量 × GB 月額単価',
      },
      link: 'https://aws.amazon.com/config/pricing/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Nothing breaks. What was deleted under the shorter period does not come back; longer periods must fit your rules on personal data.',
      ja: '動作への影響はありません。短い期間で消えた履歴は戻りません。個人情報の保管ルールに反しない日数にしてください。',
    },
  },
  references: [],
  evaluate(evidence, { settings }) {
    const required = settings.configRetentionDays;
    return eachRegionWithRecorder(evidence, ({ region, reading }) => {
      const retention = evidence.in('config.retention', region);
      const known = (retention.readable ? retention.value : retention.partial) ?? [];
      const set = known.flatMap(({ RetentionPeriodInDays }) => RetentionPeriodInDays ?? []);
      const days = Math.min(...set, DEFAULT_DAYS);

      if (days < required) return fail('too-short', { days, required }, reading, retention);
      if (!retention.readable || set.length < known.length) return unread(retention, reading);
      const code = known.length === 0 ? 'met' : 'within-limit';
      return pass(code, { days, required }, reading, retention);
    });
  },
});
