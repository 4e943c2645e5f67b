import { hostileNames } from '../../testing/aws-literals.ts';
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
  arnOf,
  guardDuty,
  notifying,
  notifyingEverywhere,
} from '../../testing/notification-literals.ts';
import check from './gd-notify.ts';

const targetsRefused = (name: string) =>
  refused('events.rule-targets', 'denied', { region: name, resource: arnOf(name, 'tell') });
checkCases(check, {
  passes: {
    'a rule hands findings to a target in every region': {
      given: notifyingEverywhere({ rules: [{}] }),
      reason: 'met',
      params: { rule: 'tell', count: 3 },
    },
    'a rule in the state that also takes CloudTrail’s events': {
      given: notifyingEverywhere({
        rules: [{ state: 'Enabled_With_All_CloudTrail_Management_Events' }],
      }),
      reason: 'met',
    },
    'a rule that names the account and the region that it is in': {
      given: evidence(
        everywhere((region) => {
          const detail = { accountId: [ACCOUNT], region: [region], partition: ['aws'] };
          return notifying(region, {
            rules: [{ pattern: { ...guardDuty, account: [ACCOUNT], region: [region], detail } }],
          });
        }),
      ),
      reason: 'met',
    },
    'a rule for serious findings only': {
      given: notifyingEverywhere({
        rules: [{ pattern: { ...guardDuty, detail: { severity: [{ numeric: ['>=', 7] }] } } }],
      }),
      reason: 'met',
    },
    'a rule for every event of AWS’s services': {
      given: notifyingEverywhere({ rules: [{ pattern: { source: [{ prefix: 'aws.' }] } }] }),
      reason: 'met',
    },
    'the first of two good rules by name is named': {
      given: notifyingEverywhere({ rules: [{ name: 'b' }, { name: 'a' }] }),
      reason: 'met',
      params: { rule: 'a' },
    },
    'a good rule beside broken, unclear and unread ones': {
      given: notifyingEverywhere(
        {
          rules: [
            { name: 'a', state: 'DISABLED' },
            { name: 'b', pattern: 'no JSON' },
            {},
            { name: 'good' },
          ],
        },
        targetsRefused,
      ),
      reason: 'met',
      params: { rule: 'good' },
    },
    'a member account with a rule of its own': {
      given: notifyingEverywhere({ rules: [{}], administrator: MANAGEMENT }),
      reason: 'met',
    },
    'a good rule was read before the list was refused': {
      given: notifyingEverywhere({ rules: [{}] }, (name) =>
        partly(
          'events.rules',
          [
            {
              Name: 'tell',
              Arn: arnOf(name, 'tell'),
              State: 'ENABLED',
              EventPattern: JSON.stringify(guardDuty),
            },
          ],
          name,
        ),
      ),
      reason: 'met',
    },
    'a target was read before the list of targets was refused': {
      given: notifyingEverywhere({ rules: [{}] }, (name) =>
        partly('events.rule-targets', [{ Id: '0', Arn: 'arn:aws:sns:x:y:z' }], {
          region: name,
          resource: arnOf(name, 'tell'),
        }),
      ),
      reason: 'met',
    },
    'the page of detectors before the refused one names one': {
      given: notifyingEverywhere({ rules: [{}] }, (name) =>
        partly('guardduty.detectors', [`${name}-0`], name),
      ),
      reason: 'met',
    },
    'rules of any name': {
      given: notifyingEverywhere({ rules: hostileNames.map((name) => ({ name })) }),
      reason: 'met',
    },
  },
  fails: {
    'a rule for something else, in a state that nobody knows': {
      given: notifyingEverywhere({
        rules: [{ pattern: { source: ['aws.ec2'] }, state: 'DOZING' }],
      }),
      reason: 'no-notification',
    },
    'there is no rule': {
      given: notifyingEverywhere({}),
      reason: 'no-notification',
      params: { count: 3, of: 4 },
    },
    'one region of three has none': {
      given: evidence(
        everywhere((name) => notifying(name, { rules: [{}] })),
        notifying('eu-west-1', {}),
      ),
      reason: 'no-notification',
      params: { count: 1, of: 4 },
    },
    'the rule is disabled': {
      given: notifyingEverywhere({ rules: [{ state: 'disabled' }] }),
      reason: 'no-notification',
    },
    'the rule has no target': {
      given: notifyingEverywhere({ rules: [{ targets: 0 }] }),
      reason: 'no-notification',
    },
    'the rule is for another service': {
      given: notifyingEverywhere({ rules: [{ pattern: { source: ['aws.ec2'] } }] }),
      reason: 'no-notification',
    },
    'the rule leaves findings out by type of event': {
      given: notifyingEverywhere({
        rules: [{ pattern: { ...guardDuty, 'detail-type': ['AWS API Call via CloudTrail'] } }],
      }),
      reason: 'no-notification',
    },
    'a rule without a target, whose pattern cannot be told either': {
      given: notifyingEverywhere({ rules: [{ pattern: 'no JSON', targets: 0 }] }),
      reason: 'no-notification',
    },
    'the targets of a rule for another service do not matter': {
      given: notifyingEverywhere({ rules: [{ pattern: { source: ['aws.ec2'] } }] }, targetsRefused),
      reason: 'no-notification',
    },
    'the administrator is this account itself': {
      given: notifyingEverywhere({ administrator: ACCOUNT }),
      reason: 'no-notification',
    },
  },
  unknown: {
    'nothing was read': { given: evidence(), reason: 'not-read' },
    'the detectors were refused': {
      given: notifyingEverywhere({ rules: [{}] }, (name) =>
        refused('guardduty.detectors', 'denied', name),
      ),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'the rules were refused': {
      given: notifyingEverywhere({}, (name) => refused('events.rules', 'denied', name)),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'the targets of the only rule were refused': {
      given: notifyingEverywhere({ rules: [{}] }, targetsRefused),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'the targets of the only rule were not asked for': {
      given: notifyingEverywhere({ rules: [{}] }, (name) =>
        refused('events.rule-targets', 'capped', { region: name, resource: arnOf(name, 'tell') }),
      ),
      reason: 'not-read',
      readingReason: 'capped',
    },
    'the pattern cannot be parsed': {
      given: notifyingEverywhere({ rules: [{ pattern: '{' }] }),
      reason: 'rule-unclear',
      params: { rules: 'tell' },
    },
    'the pattern cannot be parsed and its targets were refused': {
      given: notifyingEverywhere({ rules: [{ pattern: '{' }] }, targetsRefused),
      reason: 'rule-unclear',
    },
    'the pattern asks for what nobody knows': {
      given: notifyingEverywhere({
        rules: [{ pattern: { ...guardDuty, resources: [{ exists: true }] } }],
      }),
      reason: 'rule-unclear',
    },
    'the rule’s state is one that nobody knows': {
      given: notifyingEverywhere({ rules: [{ state: 'SNOOZED' }] }),
      reason: 'rule-unclear',
    },
    'the rule’s state is missing': {
      given: notifyingEverywhere({ rules: [{ state: null }] }),
      reason: 'rule-unclear',
    },
    'the administrator of another account receives the findings': {
      given: notifyingEverywhere({ administrator: MANAGEMENT }),
      reason: 'handled-by-administrator',
      params: { account: MANAGEMENT },
    },
    'whether there is an administrator was refused': {
      given: notifyingEverywhere({}, (name) => refused('guardduty.administrator', 'denied', name)),
      reason: 'not-read',
      readingReason: 'denied',
    },
  },
  notApplicable: {
    'no region has a detector: blocked': {
      given: evidence(everywhere((name) => answered('guardduty.detectors', [], name))),
      reason: 'blocked-by',
      params: { check: 'gd-enabled' },
    },
  },
});
