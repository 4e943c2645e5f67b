import { describe, expect, test } from 'vitest';
import { checkCases } from '../../testing/check-cases.ts';
import {
  ACCOUNT,
  answered,
  evidence,
  everywhere,
  MANAGEMENT,
  partly,
  refused,
} from '../../testing/evidence.ts';
import {
  notifying,
  notifyingEverywhere,
  securityHub,
  subscription,
  type Rule,
} from '../../testing/notification-literals.ts';
import { judged } from '../../testing/property-runs.ts';
import { staysHonest } from '../../testing/refused-readings.ts';
import check from './gd-notify.ts';

const byHub: Rule = { name: 'hub', pattern: securityHub };
/** Of the Security Hub that speaks OCSF (Security Hub User Guide, *EventBridge event formats*). */
const newSecurityHub = { source: ['aws.securityhub'], 'detail-type': ['Findings Imported V2'] };
const byNewHub: Rule = { name: 'new-hub', pattern: newSecurityHub };
const importing = ['aws/inspector', 'aws/guardduty'];
const oneControl: Rule = {
  name: 'control',
  pattern: {
    ...securityHub,
    detail: { findings: { Title: ['Config.1 AWS Config should be enabled'] } },
  },
};

checkCases(check, {
  passes: {
    'Security Hub takes the findings in, and a rule takes them further': {
      given: notifyingEverywhere({ rules: [byHub], hub: importing }),
      reason: 'security-hub-notifies',
      params: { rule: 'hub' },
    },
    'the rule names the account, the partition and the region that it is in': {
      given: evidence(
        everywhere((name) => {
          const finding = {
            AwsAccountId: [ACCOUNT],
            Region: [name],
            ProductArn: [`arn:aws:securityhub:${name}::product/aws/guardduty`],
          };
          const pattern = { ...securityHub, account: [ACCOUNT], detail: { findings: finding } };
          return notifying(name, { rules: [{ name: 'hub', pattern }], hub: importing });
        }),
      ),
      reason: 'security-hub-notifies',
    },
    'the imported product is named by its own ARN': {
      given: notifyingEverywhere({ rules: [byHub], hub: [] }, (name) =>
        answered(
          'securityhub.enabled-products',
          [`arn:aws:securityhub:${name}::product/aws/guardduty`],
          name,
        ),
      ),
      reason: 'security-hub-notifies',
    },
    'the product is written in another case': {
      given: notifyingEverywhere({ rules: [byHub], hub: ['AWS/GuardDuty'] }),
      reason: 'security-hub-notifies',
    },
    'GuardDuty’s subscription was read before the list was refused': {
      given: notifyingEverywhere({ rules: [byHub], hub: [] }, (name) =>
        partly('securityhub.enabled-products', [subscription(name, 'aws/guardduty')], name),
      ),
      reason: 'security-hub-notifies',
    },
    'a good rule was read, and all else was refused': {
      given: notifyingEverywhere(
        { rules: [{}] },
        (name) => refused('securityhub.hub', 'denied', name),
        (name) => refused('guardduty.administrator', 'denied', name),
      ),
      reason: 'met',
    },
  },
  fails: {
    'a rule for the new Security Hub without a target': {
      given: notifyingEverywhere({ rules: [{ ...byNewHub, targets: 0 }] }),
      reason: 'no-notification',
    },
    'the rule belongs to a service': {
      given: notifyingEverywhere({ rules: [{ managedBy: 'securityhub.amazonaws.com' }] }),
      reason: 'no-notification',
    },
    'Security Hub takes the findings in, but no rule takes them further': {
      given: notifyingEverywhere({ hub: importing }),
      reason: 'no-notification',
    },
    'a rule for Security Hub, which does not import from GuardDuty': {
      given: notifyingEverywhere({ rules: [byHub], hub: ['aws/inspector', 'acme/aws-guardduty'] }),
      reason: 'no-notification',
    },
    'what Security Hub imports only begins with GuardDuty’s name': {
      given: notifyingEverywhere({ rules: [byHub], hub: ['aws/guardduty-preview'] }),
      reason: 'no-notification',
    },
    'a rule for Security Hub, which is off': {
      given: notifyingEverywhere({ rules: [byHub] }),
      reason: 'no-notification',
    },
    'Security Hub’s rule takes only what people send by hand': {
      given: notifyingEverywhere({
        rules: [
          {
            pattern: {
              source: ['aws.securityhub'],
              'detail-type': ['Security Hub Findings - Custom Action'],
            },
          },
        ],
        hub: importing,
      }),
      reason: 'no-notification',
    },
    'what Security Hub imports does not matter where no rule takes it further': {
      given: notifyingEverywhere({ hub: [] }, (name) =>
        refused('securityhub.enabled-products', 'denied', name),
      ),
      reason: 'no-notification',
    },
  },
  unknown: {
    'a rule for the findings of the new Security Hub, of which nothing was read': {
      given: notifyingEverywhere({ rules: [byNewHub] }),
      reason: 'rule-unclear',
      params: { rules: 'new-hub' },
    },
    'a rule for all that either Security Hub sends, of which the older is off': {
      given: notifyingEverywhere({
        rules: [{ name: 'both', pattern: { source: ['aws.securityhub'] } }],
      }),
      reason: 'rule-unclear',
    },
    'a rule for the new Security Hub asks for a product by a field that we do not know': {
      given: notifyingEverywhere({
        rules: [
          {
            name: 'narrow',
            pattern: {
              ...newSecurityHub,
              detail: { findings: { metadata: { product: { name: ['GuardDuty'] } } } },
            },
          },
        ],
      }),
      reason: 'rule-unclear',
    },
    'a rule for the findings of one control of Security Hub may let none of GuardDuty’s through': {
      given: notifyingEverywhere({ rules: [oneControl], hub: importing }),
      reason: 'rule-unclear',
    },
    'no rule for GuardDuty, and Security Hub was refused while a rule waits for it': {
      given: notifyingEverywhere({ rules: [byHub] }, (name) =>
        refused('securityhub.hub', 'denied', name),
      ),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'what Security Hub imports was refused while a rule waits for it': {
      given: notifyingEverywhere({ rules: [byHub], hub: [] }, (name) =>
        refused('securityhub.enabled-products', 'denied', name),
      ),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'Security Hub’s rule looks at failed controls, which findings are not': {
      given: notifyingEverywhere({
        rules: [
          {
            pattern: {
              ...securityHub,
              detail: { findings: { Compliance: { Status: ['FAILED'] } } },
            },
          },
        ],
        hub: importing,
      }),
      reason: 'rule-unclear',
    },
  },
});

staysHonest(check, {
  'one region has a rule, one goes by Security Hub, one has neither': evidence(
    notifying('ap-northeast-1', {
      rules: [{}, { name: 'other' }, { name: 'off', state: 'DISABLED' }],
    }),
    notifying('eu-west-1', { rules: [byHub], hub: importing }),
    notifying('us-east-1', { rules: [{ targets: 0 }, byHub], hub: ['aws/inspector'] }),
  ),
  'a member account with nothing of its own': notifyingEverywhere({ administrator: MANAGEMENT }),
  'nothing notifies anywhere': notifyingEverywhere({ rules: [byHub, { targets: 0 }] }),
  'every region has both ways': notifyingEverywhere({ rules: [{}, byHub], hub: importing }),
  'one region has no detector': evidence(
    everywhere((name) => notifying(name, { rules: [{}] })),
    answered('guardduty.detectors', [], 'us-east-1'),
  ),
});

describe('what the verdict rests on', () => {
  function callsBehind(place: Parameters<typeof notifyingEverywhere>[0]) {
    const [result] = judged(notifyingEverywhere(place), [], [check]).checks;
    const inTokyo = result?.findings.find(({ region }) => region === 'ap-northeast-1');
    return inTokyo?.evidence.map(({ operation }) => operation).sort();
  }

  const always = ['events.rules', 'guardduty.administrator', 'guardduty.detectors'];

  test('by way of Security Hub: the hub, what it imports, the rule and its targets', () => {
    expect(callsBehind({ rules: [byHub], hub: importing })).toEqual([
      'events.rule-targets',
      'events.rules',
      'guardduty.detectors',
      'securityhub.enabled-products',
      'securityhub.hub',
    ]);
  });

  test('without any way: also that the hub is off, or does not import', () => {
    expect(callsBehind({ rules: [byHub] })).toEqual([...always, 'securityhub.hub']);
    expect(callsBehind({ rules: [byHub], hub: ['aws/inspector'] })).toEqual([
      ...always,
      'securityhub.enabled-products',
      'securityhub.hub',
    ]);
  });
});
