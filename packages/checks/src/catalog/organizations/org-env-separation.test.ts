import type { Attestation } from '@ippo/contracts';
import { expect, test } from 'vitest';
import { hostileNames } from '../../testing/aws-literals.ts';
import { checkCases } from '../../testing/check-cases.ts';
import {
  ACCOUNT,
  answered,
  daysAgo,
  evidence,
  MANAGEMENT,
  NOW,
  refused,
  secondsAgo,
} from '../../testing/evidence.ts';
import { judged } from '../../testing/property-runs.ts';
import check from './org-env-separation.ts';

const questions = ['environments', 'billing', 'delegation', 'workloads'];

/** Answers to all four questions, with changes to some. */
function answers(
  changes: Readonly<Record<string, Partial<Attestation> | null>> = {},
): Attestation[] {
  return questions.flatMap((question) => {
    const change = changes[question];
    if (change === null) return [];
    const base = {
      account: ACCOUNT,
      check: 'org-env-separation',
      question,
      answer: 'yes',
    } as const;
    return [{ ...base, by: 'sato', at: daysAgo(10), until: daysAgo(-170), ...change }];
  });
}

const named = evidence(
  answered('organizations.accounts', [
    { Id: MANAGEMENT, Name: 'production' },
    { Id: ACCOUNT, State: 'ACTIVE' },
  ]),
  answered('organizations.units', [{ Id: 'ou-1', Name: 'Workloads' }]),
);

checkCases(check, {
  manual: {
    'nobody answered yet; names of accounts and units are shown': {
      given: named,
      reason: 'unanswered',
      params: { accountNames: [ACCOUNT, 'production'], unitNames: 'Workloads' },
    },
    'all four are answered yes': {
      given: named,
      attestations: answers(),
      reason: 'answered-yes',
    },
    'one of four answered no is a no': {
      given: named,
      attestations: answers({ billing: { answer: 'no' } }),
      reason: 'answered-no',
    },
    'three of four answered is not answered': {
      given: named,
      attestations: answers({ workloads: null }),
      reason: 'unanswered',
    },
    'a no outweighs what is unanswered or expired': {
      given: named,
      attestations: answers({
        billing: { answer: 'no' },
        workloads: null,
        delegation: { until: daysAgo(1) },
      }),
      reason: 'answered-no',
    },
    'one answer of four expired a second ago': {
      given: named,
      attestations: answers({ delegation: { until: secondsAgo(1) } }),
      reason: 'answer-expired',
    },
    'an answer holds up to the second it names': {
      given: named,
      attestations: answers({ delegation: { until: NOW } }),
      reason: 'answered-yes',
    },
    'an expired no must be given again': {
      given: named,
      attestations: answers({ delegation: { answer: 'no', until: daysAgo(1) } }),
      reason: 'answer-expired',
    },
    'the newest answer to a question holds': {
      given: named,
      attestations: [...answers({ billing: { answer: 'no', at: daysAgo(20) } }), ...answers()],
      reason: 'answered-yes',
    },
    'of a yes and a no at one instant the no holds, whichever is listed first': {
      given: named,
      attestations: [...answers(), ...answers({ billing: { answer: 'no' } })],
      reason: 'answered-no',
    },
    'an answer for another account does not count': {
      given: named,
      attestations: answers({ billing: { account: MANAGEMENT } }),
      reason: 'unanswered',
    },
    'an answer given after the scan does not count for it': {
      given: named,
      attestations: answers({ billing: { at: secondsAgo(-1) } }),
      reason: 'unanswered',
    },
    'everything refused leaves it to a person all the same': {
      given: evidence(
        refused('organizations.accounts', 'denied'),
        refused('organizations.units', 'denied'),
      ),
      reason: 'unanswered',
    },
    'an account in no organization is asked too': {
      given: evidence(
        answered('organizations.organization', null),
        answered('organizations.accounts', null),
        answered('organizations.units', null),
      ),
      reason: 'unanswered',
    },
    'names of any kind': {
      given: evidence(
        answered(
          'organizations.accounts',
          hostileNames.map((Name, at) => ({ Id: `${at}`.repeat(12), Name })),
        ),
      ),
      reason: 'unanswered',
    },
  },
});

test('names stand sorted, in whatever order AWS lists the accounts', () => {
  const [result] = judged(named, [], [check]).checks;

  expect(result?.findings[0]?.reason.params).toEqual({
    accountNames: [ACCOUNT, 'production'],
    unitNames: ['Workloads'],
  });
});
