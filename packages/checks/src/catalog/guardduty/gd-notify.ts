import { ruleRoute, type Route } from '../../aws/event-rules.ts';
import { guardDutyFinding, importedFinding, newHubFinding } from '../../aws/finding-events.ts';
import { detectorIds } from '../../aws/guardduty-detectors.ts';
import { defineCheck } from '../../define-check.ts';
import { eachRegion } from '../../each-region.ts';
import type { EvidenceView } from '../../evidence-view.ts';
import { findingNotificationTemplate } from '../../remediation/finding-notification.ts';
import { fail, noUnit, pass, unknown, unread } from '../../verdict.ts';
import { refers } from '../../define-framework.ts';

export default defineCheck({
  id: 'gd-notify',
  measure: 4,
  severity: 'medium',
  unit: 'region',
  aggregate: 'all',
  requires: [
    'guardduty.detectors',
    'guardduty.administrator',
    'events.rules',
    'events.rule-targets',
    'securityhub.hub',
    'securityhub.enabled-products',
  ],
  dependsOn: ['gd-enabled'],
  text: {
    en: {
      title: 'GuardDuty findings reach people',
      short: 'Alerts reach you',
      todo: 'Have GuardDuty findings sent to people',
      why: 'GuardDuty shows what it finds on a page that nobody has open at night. Only a message to a person turns a finding into a response.',
      good: 'In every Region with GuardDuty a rule of your own hands its findings to a target, directly or by way of Security Hub.',
      reasons: {
        met: 'The EventBridge rule {rule} hands the findings to a target.',
        'security-hub-notifies':
          'Security Hub takes in the findings, and the EventBridge rule {rule} hands them to a target.',
        'no-notification': 'No rule hands the findings to a target: nobody is told.',
        'rule-unclear':
          'Whether these EventBridge rules let the findings through cannot be told: {rules}.',
        'handled-by-administrator':
          'No rule here, but the GuardDuty administrator {account} receives the findings: whether somebody is told there cannot be seen from this account.',
      },
    },
    ja: {
      title: 'GuardDuty の検出結果が人に通知されている',
      short: '通知',
      todo: 'GuardDuty の検出結果を通知する',
      why: 'GuardDuty の検出結果は画面に表示されるだけで、夜間に見ている人はいません。人に通知されて初めて、対応を始められます。',
      good: 'GuardDuty が有効なすべてのリージョンで、ルールが検出結果を送信先（ターゲット）に渡している状態です。Security Hub を経由してもかまいません。',
      reasons: {
        met: 'EventBridge ルール {rule} が検出結果をターゲットに渡しています。',
        'security-hub-notifies':
          'Security Hub が検出結果を取り込み、EventBridge ルール {rule} がターゲットに渡しています。',
        'no-notification': '検出結果をターゲットに渡すルールがなく、誰にも通知されません。',
        'rule-unclear': '次の EventBridge ルールが検出結果を通すかどうか判断できません：{rules}',
        'handled-by-administrator':
          'このアカウントにルールはありませんが、検出結果は GuardDuty の管理者アカウント {account} に集まります。そこで通知されているかどうかは、このアカウントからは確認できません。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Open Amazon SNS in the Region, create a topic, and subscribe an address that people read.',
          'Open EventBridge, choose “Rules”, and create a rule on the default bus for GuardDuty findings of severity 7 or more.',
          'Choose the topic as the target, then test with a sample finding.',
        ],
        ja: [
          '対象リージョンで Amazon SNS を開いてトピックを作成し、担当者が読む宛先を登録します。',
          'EventBridge の「ルール」で、デフォルトのイベントバスにルールを作成します（対象は重要度 7 以上の GuardDuty 検出結果）。',
          'ターゲットにトピックを選び、サンプルの検出結果で確認します。',
        ],
      },
      link: 'https://{{region}}.console.aws.amazon.com/events/home?region={{region}}#/rules',
    },
    cli: {
      lines: `aws sns create-topic --name guardduty-findings --region <region>
aws sns subscribe --topic-arn <topic-arn> --protocol email --notification-endpoint <email> --region <region>
aws events put-rule --name guardduty-findings --event-pattern '{"source":["aws.guardduty"],"detail-type":["GuardDuty Finding"],"detail":{"severity":[{"numeric":[">=",7]}]}}' --region <region>
# The topic must let EventBridge publish (a new topic: this replaces its policy whole):
aws sns set-topic-attributes --topic-arn <topic-arn> --attribute-name Policy --attribute-value '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sns:Publish","Resource":"<topic-arn>","Condition":{"ArnEquals":{"aws:SourceArn":"<rule-arn>"}}}]}' --region <region>
aws events put-targets --rule guardduty-findings --targets Id=topic,Arn=<topic-arn> --region <region>`,
      actions: [
        'events:PutRule',
        'events:PutTargets',
        'sns:CreateTopic',
        'sns:SetTopicAttributes',
        'sns:Subscribe',
      ],
    },
    ...findingNotificationTemplate,
    minutes: 10,
    cost: {
      text: {
        en: 'Events of AWS services on the default bus are free; messages sent × price, of which the first 1,000 e-mails a month are free.',
        ja: 'デフォルトのイベントバスの AWS サービスイベントは無料。通知数 × 単価（メールは毎月 1,000 通まで無料）',
      },
      link: 'https://aws.amazon.com/sns/pricing/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Nothing breaks. The address must confirm once, or nothing arrives.',
      ja: '動作への影響はありません。宛先で確認メールを承認しないと通知は届きません。',
    },
  },
  references: [
    ...refers(
      'contributes',
      { en: 'findings reach people', ja: '検出結果が人に届くことを確認するため' },
      { 'aws-ssb': ['ACCT.14'], 'aws-ssb-2022': ['ACCT.11'] },
    ),
  ],
  evaluate(evidence) {
    return eachRegion(evidence, (region) => {
      const { list, ids } = detectorIds(evidence, region);
      if (ids.length === 0) return list.readable ? noUnit(list) : unread(list);
      const { account, partition } = evidence;
      const finding = guardDutyFinding({ account, partition, region });
      const direct = ruleRoute(evidence, region, () => finding);
      if (direct.state === 'open') return pass('met', { rule: direct.rule }, list, ...direct.seen);
      const byHub = hubRoute(evidence, region);
      if (byHub.state === 'open')
        return pass('security-hub-notifies', { rule: byHub.rule }, list, ...byHub.seen);

      if (direct.state === 'untold') return direct.verdict;
      if (byHub.state === 'untold') return byHub.verdict;
      const newHub = newHubFinding({ account, partition, region });
      const byNewHub = ruleRoute(evidence, region, () => newHub);
      // Whether the new Security Hub is on, and what it takes in, is not asked: such a rule may well tell people.
      if (byNewHub.state === 'open')
        return unknown('rule-unclear', { rules: [byNewHub.rule] }, list, ...byNewHub.seen);
      if (byNewHub.state === 'untold') return byNewHub.verdict;
      const administrator = evidence.in('guardduty.administrator', region);
      if (!administrator.readable) return unread(administrator, list);
      const seen = [list, ...direct.seen, ...byHub.seen, administrator];
      const other = administrator.value?.AccountId ?? account;
      return other === account
        ? fail('no-notification', {}, ...seen)
        : unknown('handled-by-administrator', { account: other }, ...seen);
    });
  },
});

type HubIds =
  | 'events.rules'
  | 'events.rule-targets'
  | 'securityhub.hub'
  | 'securityhub.enabled-products';

/** By way of Security Hub: it is on, imports GuardDuty's findings, and a rule takes them further. */
function hubRoute(evidence: EvidenceView<HubIds>, region: string): Route {
  const hub = evidence.in('securityhub.hub', region);
  if (hub.readable && hub.value === null) return { state: 'closed', seen: [hub] };
  const products = evidence.in('securityhub.enabled-products', region);
  const imported = ((products.readable ? products.value : products.partial) ?? []).some(
    isGuardDuty,
  );
  if (products.readable && !imported) return { state: 'closed', seen: [hub, products] };
  const { account, partition } = evidence;
  const rule = ruleRoute(evidence, region, (pattern) =>
    importedFinding({ account, partition, region }, pattern),
  );
  if (rule.state === 'closed') return rule;
  if (!hub.readable) return { state: 'untold', verdict: unread(hub) };
  if (!imported) return { state: 'untold', verdict: unread(products, hub) };
  return rule.state === 'open' ? { ...rule, seen: [hub, products, ...rule.seen] } : rule;
}

/** Security Hub lists subscriptions; their ARN ends as the product's own does (Security Hub API). */
function isGuardDuty(arn: string): boolean {
  return /:product(-subscription)?\/aws\/guardduty$/i.test(arn);
}
