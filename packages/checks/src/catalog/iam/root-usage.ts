import { ageAt, DAY, latest } from '../../aws/age.ts';
import { hasCredentials, reportTime, rootUser, timeFault } from '../../aws/root-user.ts';
import { defineCheck } from '../../define-check.ts';
import { fail, notApplicable, pass, unknown, unread } from '../../verdict.ts';
import { refers } from '../../define-framework.ts';

export default defineCheck({
  id: 'root-usage',
  measure: 2,
  severity: 'high',
  unit: 'account',
  aggregate: 'all',
  requires: ['iam.credential-report', 'iam.account-summary'],
  dependsOn: [],
  step: 'root-unused',
  text: {
    en: {
      title: 'Root is not used for daily work',
      short: 'Root unused',
      todo: 'Stop working as the root user',
      why: 'Hardly anything limits the root user, and its actions carry no person’s name. Work done as root can turn a slip into a disaster and hides who did it.',
      good: 'No sign-in and no key use by root within the number of days that you set (30 if you set none); a few tasks a year still need it.',
      reasons: {
        'root-used': 'Root was last used on {lastUsedAt}, within the last {windowDays} days.',
        'root-not-used': 'Root was last used on {lastUsedAt}, more than {windowDays} days ago.',
        'no-use-recorded': 'No use of root is recorded.',
        'root-has-no-credentials':
          'Root has no password, key or certificate: nobody can sign in as root or use a key of it.',
      },
    },
    ja: {
      title: 'ルートユーザーを日常の作業に使っていない',
      short: 'ルート未使用',
      todo: 'ルートユーザーでの作業をやめる',
      why: 'ルートユーザーの権限はほとんど制限できず、誰が操作したかも記録から分かりません。日常的に使うと、小さなミスが大事故になりかねません。',
      good: '設定した日数（未設定の場合は 30 日）以内に、ルートユーザーの利用がない状態です。年に数回だけ必要な作業はあります。',
      reasons: {
        'root-used': 'ルートユーザーの最終利用は {lastUsedAt} で、過去 {windowDays} 日以内です。',
        'root-not-used':
          'ルートユーザーの最終利用は {lastUsedAt} で、{windowDays} 日以上使われていません。',
        'no-use-recorded': 'ルートユーザーの利用記録はありません。',
        'root-has-no-credentials':
          'ルートユーザーに認証情報がなく、サインインもキーの利用もできません。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Open IAM Identity Center in the management account, enable it if it is off, and create a user for each person.',
          'Assign each a permission set, AdministratorAccess for those who need it.',
          'Sign in as that person from now on. Keep root’s password and MFA device locked away.',
        ],
        ja: [
          '管理アカウントで IAM Identity Center を開き（無効なら有効にし）、担当者ごとにユーザーを作成します。',
          '許可セットを割り当てます（必要な人だけ AdministratorAccess）。',
          '以後はそのユーザーでサインインし、ルートユーザーのパスワードと MFA デバイスは鍵のかかる場所に保管します。',
        ],
      },
      link: 'https://console.aws.amazon.com/singlesignon/home',
    },
    cli: {
      lines: `# A user for a person, instead of root (in the management account, where IAM Identity Center is enabled):
aws identitystore create-user --identity-store-id <identity-store-id> --user-name <user-name> --display-name <display-name> --name GivenName=<given>,FamilyName=<family> --emails Value=<email>,Primary=true
aws sso-admin create-account-assignment --instance-arn <instance-arn> --target-id <account-id> --target-type AWS_ACCOUNT --permission-set-arn <permission-set-arn> --principal-type USER --principal-id <user-id>`,
      actions: ['identitystore:CreateUser', 'sso:CreateAccountAssignment'],
    },
    cloudformation: {
      template: `AWSTemplateFormatVersion: "2010-09-09"
Description: A mail whenever root signs in to the console (needs a trail; deploy in us-east-1, where root sign-ins are recorded)
Parameters:
  Email:
    Type: String
Resources:
  RootSignIns:
    Type: AWS::SNS::Topic
    Properties:
      Subscription:
        - Protocol: email
          Endpoint: !Ref Email
  MayPublish:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref RootSignIns]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: events.amazonaws.com }
            Action: sns:Publish
            Resource: !Ref RootSignIns
  Rule:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        detail-type: ["AWS Console Sign In via CloudTrail"]
        detail: { userIdentity: { type: [Root] } }
      Targets:
        - Id: mail
          Arn: !Ref RootSignIns
`,
    },
    terraform: {
      code: `# A mail whenever root signs in to the console (needs a trail; the provider's Region is us-east-1)
variable "email" { type = string }

resource "aws_sns_topic" "root_sign_ins" {
  name = "root-sign-ins"
}

resource "aws_sns_topic_subscription" "mail" {
  topic_arn = aws_sns_topic.root_sign_ins.arn
  protocol  = "email"
  endpoint  = var.email
}

resource "aws_sns_topic_policy" "may_publish" {
  arn = aws_sns_topic.root_sign_ins.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.root_sign_ins.arn
    }]
  })
}

resource "aws_cloudwatch_event_rule" "root_sign_in" {
  name = "root-sign-in"
  event_pattern = jsonencode({
    "detail-type" = ["AWS Console Sign In via CloudTrail"]
    detail        = { userIdentity = { type = ["Root"] } }
  })
}

resource "aws_cloudwatch_event_target" "mail" {
  rule = aws_cloudwatch_event_rule.root_sign_in.name
  arn  = aws_sns_topic.root_sign_ins.arn
}
`,
    },
    minutes: 20,
    cost: {
      text: {
        en: 'Nothing new: IAM Identity Center and IAM have no charge.',
        ja: '追加なし（IAM Identity Center と IAM は無料です）',
      },
      link: 'https://aws.amazon.com/iam/identity-center/faqs/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Nothing breaks. This passes once that number of days has gone by without use of root.',
      ja: '動作への影響はありません。ルートユーザーを使わないまま設定した日数が過ぎると、合格になります。',
    },
  },
  references: [
    ...refers(
      'proves',
      {
        en: 'ours takes the latest of three dates and a longer window',
        ja: '3 つの日付の最新を、より長い期間で判定するため',
      },
      { prowler: ['iam_avoid_root_usage'] },
    ),
    ...refers(
      'contributes',
      {
        en: 'recent use is visible; the reason for it is not',
        ja: '最近の利用は分かるが、利用の理由までは分からないため',
      },
      {
        'cis-aws-3.0': ['1.7'],
        'cis-aws-5.0': ['1.6'],
        'cis-aws-6.0': ['2.6'],
        'cis-aws-7.0': ['2.7'],
      },
    ),
    ...refers(
      'contributes',
      {
        en: 'recent use of root shows that it is not restricted',
        ja: '最近の利用があれば、ルートユーザーが制限されていないと分かるため',
      },
      { 'aws-ssb': ['ACCT.02'], 'aws-ssb-2022': ['ACCT.02'] },
    ),
  ],
  evaluate(evidence, { settings }) {
    const root = rootUser(evidence);
    const { summary, report, row } = root;
    const params = reportTime(root);
    if (!report.readable) return [unread(report)];
    const fault = timeFault(report);
    if (fault !== null) {
      const { action, region } = report;
      return [unknown('not-read', { action, readingReason: fault, region, ...params }, report)];
    }
    if (row === null) return [unread(report)];

    const cells = [
      row.password_last_used,
      row.access_key_1_last_used_date,
      row.access_key_2_last_used_date,
    ];
    const uses = cells.map(useOf);
    const lastUsedAt = latest(...uses.map((use) => use.at));
    const windowDays = settings.rootUsageWindowDays;
    if (lastUsedAt !== undefined && ageAt(report.at, lastUsedAt) <= windowDays * DAY)
      return [fail('root-used', { lastUsedAt, windowDays, ...params }, report)];
    if (cells.some((cell) => cell === undefined)) return [unread(report)];
    if (uses.some((use) => use.marker === 'unreadable'))
      return [unknown('date-unreadable', params, report)];
    if (uses.every((use) => use.marker === 'not-supported'))
      return [notApplicable('partition-lacks-it', params, report)];

    const credentials = hasCredentials(root);
    if (credentials === null) return [unread(summary, report)];
    if (!credentials) return [notApplicable('root-has-no-credentials', params, report, summary)];
    if (lastUsedAt === undefined) return [pass('no-use-recorded', params, report, summary)];
    return [pass('root-not-used', { lastUsedAt, windowDays, ...params }, report, summary)];
  },
});

type Use = { at?: string; marker?: 'not-supported' | 'unreadable' };

const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/i;

/** AWS writes ISO 8601 with an offset or `Z`; its markers are not dates (mistakes.md 6). */
function useOf(cell: string | undefined): Use {
  const text = cell?.trim() ?? '';
  if (/^not_supported$/i.test(text)) return { marker: 'not-supported' };
  if (/^(n\/a|no_information)?$/i.test(text)) return {};
  const time = iso.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? { marker: 'unreadable' } : { at: new Date(time).toISOString() };
}
