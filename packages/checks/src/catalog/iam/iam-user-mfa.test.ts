import type { CredentialRow } from '@ippo/contracts';
import { expect, test } from 'vitest';
import { hostileNames, report, rootRow } from '../../testing/aws-literals.ts';
import { checkCases } from '../../testing/check-cases.ts';
import {
  ACCOUNT,
  answered,
  evidence,
  hoursAgo,
  NOW,
  partly,
  refused,
  secondsAgo,
} from '../../testing/evidence.ts';
import { judged } from '../../testing/property-runs.ts';
import { staysHonest } from '../../testing/refused-readings.ts';
import check from './iam-user-mfa.ts';

const OLDER = hoursAgo(4);

function user(name: string, changes: Partial<CredentialRow> = {}): CredentialRow {
  return {
    ...rootRow(),
    user: name,
    arn: `arn:aws:iam::${ACCOUNT}:user/${name}`,
    user_creation_time: '2024-04-01T00:00:00+00:00',
    ...changes,
  };
}
const withoutMfa = { mfa_active: 'false' };

function rows(...users: readonly CredentialRow[]) {
  return report([rootRow({ mfa_active: 'false' }), ...users]);
}

function olderRows(...users: readonly CredentialRow[]) {
  return report([rootRow(), ...users], OLDER);
}

function devices(name: string, count: number) {
  const value = Array.from({ length: count }, () => ({ EnableDate: hoursAgo(1) }));
  return answered('iam.mfa-devices', value, { resource: name });
}

function noDevices(name: string, reason: 'denied' | 'throttled' | 'capped' = 'denied') {
  return refused('iam.mfa-devices', reason, { resource: name });
}

checkCases(check, {
  passes: {
    'the one console user has MFA': {
      given: evidence(rows(user('hanako'))),
      reason: 'met',
      findings: 1,
    },
    'every console user has MFA: one finding for each': {
      given: evidence(rows(user('hanako'), user('taro'))),
      reason: 'met',
      findings: 2,
    },
    'root has none, but root is no IAM user': {
      given: evidence(rows(user('hanako'))),
      reason: 'met',
      findings: 1,
    },
    'the report writes TRUE in capitals': {
      given: evidence(rows(user('hanako', { mfa_active: 'TRUE', password_enabled: 'TRUE' }))),
      reason: 'met',
      findings: 1,
    },
    'the report is exactly a day old': {
      given: evidence(report([user('hanako')], hoursAgo(24))),
      reason: 'met',
      findings: 1,
      params: { generatedAt: hoursAgo(24) },
    },
    'the device came after the report': {
      given: evidence(olderRows(user('hanako', withoutMfa)), devices('hanako', 1)),
      reason: 'met',
      findings: 1,
    },
    'the follow-up was cut short after showing a device': {
      given: evidence(
        olderRows(user('hanako', withoutMfa)),
        partly('iam.mfa-devices', [{}], { resource: 'hanako' }),
      ),
      reason: 'met',
      findings: 1,
    },
    'the follow-up was cut short after showing a device, beside a live report': {
      given: evidence(
        rows(user('hanako', withoutMfa)),
        partly('iam.mfa-devices', [{}], { resource: 'hanako' }),
      ),
      reason: 'met',
      findings: 1,
    },
    'a user without a password is nobody’s business here': {
      given: evidence(
        rows(user('hanako'), user('ci', { password_enabled: 'false', ...withoutMfa })),
      ),
      reason: 'met',
      findings: 1,
    },
    'names as an attacker chooses them': {
      given: evidence(rows(...hostileNames.map((name) => user(name)))),
      reason: 'met',
      findings: hostileNames.length,
    },
    'a user whose name only looks like root is judged': {
      given: evidence(rows(user('<root_account>,x'))),
      reason: 'met',
      findings: 1,
    },
  },
  fails: {
    'the follow-up shows no device': {
      given: evidence(olderRows(user('hanako', withoutMfa)), devices('hanako', 0)),
      reason: 'user-without-mfa',
      findings: 1,
      params: { user: 'hanako', generatedAt: OLDER },
    },
    'the follow-up was refused and the report is live': {
      given: evidence(rows(user('hanako', withoutMfa)), noDevices('hanako')),
      reason: 'user-without-mfa',
      findings: 1,
    },
    'there was no follow-up and the report is exactly fifteen minutes old': {
      given: evidence(report([user('hanako', withoutMfa)], secondsAgo(900))),
      reason: 'user-without-mfa',
      findings: 1,
    },
    'the user is beyond the cap: judged as of the report’s time': {
      given: evidence(olderRows(user('hanako', withoutMfa)), noDevices('hanako', 'capped')),
      reason: 'user-without-mfa',
      findings: 1,
    },
    'one of three has none, and it is neither the first nor the last': {
      given: evidence(
        rows(user('a'), user('b', { mfa_active: 'FALSE' }), user('c')),
        devices('b', 0),
      ),
      reason: 'user-without-mfa',
      findings: 3,
    },
    'one fails beside one whose row was misshapen': {
      given: evidence(report([user('hanako', withoutMfa)], NOW, ['b'])),
      reason: 'user-without-mfa',
      findings: 2,
    },
    'the report has no column for MFA, and the follow-up shows no device': {
      given: evidence(
        rows({ user: 'hanako', arn: user('hanako').arn, password_enabled: 'true' }),
        devices('hanako', 0),
      ),
      reason: 'user-without-mfa',
      findings: 1,
    },
    'the device of another user with a similar name does not count': {
      given: evidence(olderRows(user('a', withoutMfa)), devices('a', 0), devices('a,b', 1)),
      reason: 'user-without-mfa',
      findings: 1,
    },
    'hostile names without a device': {
      given: evidence(
        olderRows(...hostileNames.map((name) => user(name, withoutMfa))),
        hostileNames.map((name) => devices(name, 0)),
      ),
      reason: 'user-without-mfa',
      findings: hostileNames.length,
    },
  },
  unknown: {
    'nothing was read at all': { given: evidence(), reason: 'not-read', findings: 1 },
    'the report was denied': {
      given: evidence(refused('iam.credential-report', 'denied')),
      reason: 'not-read',
      findings: 1,
      readingReason: 'denied',
    },
    'the report was never ready, though the follow-ups were answered': {
      given: evidence(refused('iam.credential-report', 'not-ready'), devices('hanako', 1)),
      reason: 'not-read',
      findings: 1,
      readingReason: 'not-ready',
    },
    'the report is a second over a day old': {
      given: evidence(report([user('hanako')], secondsAgo(86_401))),
      reason: 'not-read',
      findings: 1,
      readingReason: 'stale',
    },
    'the report lies more than five minutes in the future': {
      given: evidence(report([user('hanako')], secondsAgo(-301))),
      reason: 'not-read',
      findings: 1,
      readingReason: 'malformed',
    },
    'a row had another number of fields': {
      given: evidence(report([rootRow()], NOW, ['a'])),
      reason: 'not-read',
      findings: 1,
    },
    'a row had another number of fields, beside one that passes': {
      given: evidence(report([user('hanako')], NOW, ['a'])),
      reason: 'partly-read',
      findings: 2,
    },
    'the follow-up was refused and the report is a second too old': {
      given: evidence(
        report([user('hanako', withoutMfa)], secondsAgo(901)),
        noDevices('hanako', 'throttled'),
      ),
      reason: 'not-read',
      findings: 1,
      readingReason: 'throttled',
    },
    'there was no follow-up and the report is older': {
      given: evidence(olderRows(user('hanako', withoutMfa))),
      reason: 'not-read',
      findings: 1,
      readingReason: 'not-asked',
    },
    'the follow-up was cut short before any device': {
      given: evidence(
        olderRows(user('hanako', withoutMfa)),
        partly('iam.mfa-devices', [], { resource: 'hanako' }),
      ),
      reason: 'not-read',
      findings: 1,
    },
    'whether the user has a password is a marker': {
      given: evidence(rows(user('hanako', { password_enabled: 'not_supported', ...withoutMfa }))),
      reason: 'not-read',
      findings: 1,
      readingReason: 'malformed',
    },
    'whether the user has MFA is a marker, and nobody was asked': {
      given: evidence(rows(user('hanako', { mfa_active: 'N/A' }))),
      reason: 'not-read',
      findings: 1,
    },
  },
  notApplicable: {
    'there is no user but root': {
      given: evidence(rows()),
      reason: 'no-console-user',
      findings: 1,
    },
    'there are only users for programs': {
      given: evidence(rows(user('ci', { password_enabled: 'false', ...withoutMfa }))),
      reason: 'no-console-user',
      findings: 1,
    },
    'only the row of root was misshapen': {
      given: evidence(report([], NOW, ['<root_account>'])),
      reason: 'no-console-user',
      findings: 1,
    },
  },
});

staysHonest(check, {
  'a live report': evidence(
    rows(user('a'), user('b', withoutMfa), user('c', withoutMfa)),
    devices('b', 0),
    devices('c', 0),
  ),
  'a live report in which all is well': evidence(rows(user('a'), user('b'))),
  'an older report': evidence(
    olderRows(user('a'), user('b', withoutMfa), user('c', withoutMfa)),
    devices('b', 0),
    devices('c', 1),
  ),
  'an older report in which the follow-ups make it well': evidence(
    olderRows(user('a'), user('c', withoutMfa)),
    devices('c', 1),
  ),
  'nobody with a password': evidence(rows()),
});

test('a user’s finding names the user by ARN, where the report has it', () => {
  const nameless = Object.fromEntries(
    Object.entries(user('b')).filter(([column]) => column !== 'arn'),
  ) as CredentialRow;
  const report = judged(evidence(rows(user('a'), nameless)), [], [check]);

  const places = report.checks[0]?.findings.map(({ facet, resource }) => [facet, resource]);

  expect(places).toEqual([
    ['b', undefined],
    ['a', `arn:aws:iam::${ACCOUNT}:user/a`],
  ]);
  expect(report.checks[0]?.findings[0]).not.toHaveProperty('resource');
});
