import type { CredentialRow, Evidence, EvidenceReading, EvidenceValue } from '@ippo/contracts';
import { expect, test } from 'vitest';
import { hostileNames, report, rootRow } from '../../testing/aws-literals.ts';
import { checkCases, type Case } from '../../testing/check-cases.ts';
import {
  ACCOUNT,
  answered,
  evidence,
  hoursAgo,
  MANAGEMENT,
  NOW,
  partly,
  refused,
  secondsAgo,
} from '../../testing/evidence.ts';
import { judged } from '../../testing/property-runs.ts';
import { staysHonest } from '../../testing/refused-readings.ts';
import check from './iam-individual-users.ts';

type Role = EvidenceValue<'iam.roles'>[number];
type Statement = NonNullable<Role['Trust']>[number];

const SIBLING = '222233334444';
const STRANGER = '464622532012';
const SSO = '/aws-reserved/sso.amazonaws.com/';

function person(changes: Partial<CredentialRow> = {}): CredentialRow {
  return { ...rootRow(), user: 'hanako', arn: `arn:aws:iam::${ACCOUNT}:user/hanako`, ...changes };
}
const program = person({ user: 'ci', password_enabled: 'false', access_key_1_active: 'true' });
const onlyRoot = report([rootRow()]);

/** A standalone account in which root is the only way in, with changes. */
function alone(...changes: readonly EvidenceReading[]) {
  return evidence(
    answered('organizations.organization', null),
    answered('organizations.accounts', null),
    answered('iam.saml-providers', []),
    answered('iam.oidc-providers', []),
    answered('iam.roles', []),
    onlyRoot,
    changes,
  );
}

/** The same in a member, which may not list the accounts unless it is delegated. */
function member(...changes: readonly EvidenceReading[]) {
  return alone(
    answered('organizations.organization', { Id: 'o-1', MasterAccountId: MANAGEMENT }),
    refused('organizations.accounts', 'needs-management-account'),
    ...changes,
  );
}

function delegated(...changes: readonly EvidenceReading[]) {
  const ids = [MANAGEMENT, ACCOUNT, SIBLING];
  return member(
    answered(
      'organizations.accounts',
      ids.map((Id) => ({ Id, State: 'ACTIVE' })),
    ),
    ...changes,
  );
}

function role(name: string, changes: Partial<Role> = {}): Role {
  return { Arn: `arn:aws:iam::${ACCOUNT}:role/${name}`, Path: '/', Trust: [], ...changes };
}

function trusting(principal: string, changes: Partial<Statement> = {}) {
  const statement = { Effect: 'Allow', Action: ['sts:AssumeRole'], AWS: [principal], ...changes };
  return answered('iam.roles', [role('OrganizationAccountAccessRole', { Trust: [statement] })]);
}

const identityCenter = role('AWSReservedSSO_Admin_0123456789abcdef', { Path: SSO });
const managementRoot = `arn:aws:iam::${MANAGEMENT}:root`;

function crossAccount(given: Case['given']): Case {
  return { given, reason: 'cross-account-role' };
}

checkCases(check, {
  passes: {
    'one user has a password': {
      given: alone(report([rootRow(), person()])),
      reason: 'password-user',
      params: { generatedAt: secondsAgo(60) },
    },
    'one of many has a password, in capitals, in a report of a day ago': {
      given: alone(report([program, person({ password_enabled: 'TRUE' })], hoursAgo(24))),
      reason: 'password-user',
    },
    'hostile names are names': {
      given: alone(report(hostileNames.map((user) => person({ user })))),
      reason: 'password-user',
    },
    'a password is enough though all else was refused': {
      given: evidence(report([person()])),
      reason: 'password-user',
    },
    'a SAML provider': {
      given: alone(answered('iam.saml-providers', [{ Arn: 'arn:aws:iam::1:saml-provider/idp' }])),
      reason: 'federated',
    },
    'a SAML provider, before the list was cut short': {
      given: evidence(partly('iam.saml-providers', [{ Arn: 'arn:aws:iam::1:saml-provider/idp' }])),
      reason: 'federated',
    },
    'no IAM user but a role of IAM Identity Center': {
      given: alone(answered('iam.roles', [identityCenter])),
      reason: 'federated',
    },
    'a role of IAM Identity Center below a region’s path': {
      given: alone(answered('iam.roles', [{ ...identityCenter, Path: `${SSO}ap-northeast-1/` }])),
      reason: 'federated',
    },
    'a role of IAM Identity Center whose path only its ARN tells': {
      given: alone(
        answered('iam.roles', [{ Arn: `arn:aws:iam::${ACCOUNT}:role${SSO}Admin`, Trust: null }]),
      ),
      reason: 'federated',
    },
    'a role of IAM Identity Center, before the list was cut short': {
      given: evidence(partly('iam.roles', [identityCenter])),
      reason: 'federated',
    },
    'a member’s role lets the management account in': crossAccount(
      member(trusting(managementRoot)),
    ),
    'it names the account by its bare id': crossAccount(member(trusting(MANAGEMENT))),
    'it names one role of that account': crossAccount(
      member(trusting(`arn:aws:iam::${MANAGEMENT}:role/admins`)),
    ),
    'it names an account of China': crossAccount(
      member(trusting(`arn:aws-cn:iam::${MANAGEMENT}:root`)),
    ),
    'it allows every action of STS': crossAccount(
      member(trusting(managementRoot, { Action: ['sts:*'] })),
    ),
    'it allows by a star inside the action': crossAccount(
      member(trusting(managementRoot, { Action: ['STS:Assume*'] })),
    ),
    'it allows everything': crossAccount(member(trusting(managementRoot, { Action: ['*'] }))),
    'a delegated account’s role lets a listed account in': crossAccount(
      delegated(trusting(SIBLING)),
    ),
    'a role lets an account in that is connected here and of the same organization': {
      given: member(trusting(SIBLING)),
      scope: { connectedAccounts: [{ account: SIBLING, organization: 'o-1' }] },
      reason: 'cross-account-role',
    },
    'a sibling is on the page of accounts before the refused one': crossAccount(
      member(partly('organizations.accounts', [{ Id: SIBLING }]), trusting(SIBLING)),
    ),
  },
  fails: {
    'there is nobody but root': { given: alone(), reason: 'only-root' },
    'there are only users with access keys': {
      given: alone(report([rootRow(), program])),
      reason: 'only-programmatic',
      params: { generatedAt: secondsAgo(60) },
    },
    'OIDC providers are usually pipelines': {
      given: alone(answered('iam.oidc-providers', [{ Arn: 'arn:aws:iam::1:oidc-provider/ci' }])),
      reason: 'only-root',
    },
    'that OIDC providers were refused hides no way in': {
      given: alone(refused('iam.oidc-providers', 'denied')),
      reason: 'only-root',
    },
    'a role only looks like one of IAM Identity Center': {
      given: alone(
        answered('iam.roles', [role('AWSReservedSSO_Admin'), role('x', { Path: `/x${SSO}` })]),
      ),
      reason: 'only-root',
    },
    'a standalone account’s role for another account is no organization’s': {
      given: alone(trusting(STRANGER)),
      reason: 'only-root',
    },
    'a member’s role trusts its own account only': {
      given: member(trusting(`arn:aws:iam::${ACCOUNT}:root`)),
      reason: 'only-root',
    },
    'a member’s role trusts services only': {
      given: member(answered('iam.roles', [role('lambda')])),
      reason: 'only-root',
    },
    'a statement denies what it names': {
      given: member(trusting(managementRoot, { Effect: 'Deny' })),
      reason: 'only-root',
    },
    'a statement allows another action': {
      given: member(trusting(managementRoot, { Action: ['sts:TagSession'] })),
      reason: 'only-root',
    },
    'a delegated account’s role trusts a stranger': {
      given: delegated(trusting(STRANGER)),
      reason: 'only-root',
    },
    'an id that only holds the management account’s is another': {
      given: delegated(trusting(`1${MANAGEMENT}`)),
      reason: 'only-root',
    },
  },
  unknown: {
    'nothing was read at all': { given: evidence(), reason: 'not-read' },
    'the report was refused': {
      given: alone(refused('iam.credential-report', 'not-ready')),
      reason: 'not-read',
      readingReason: 'not-ready',
    },
    'the report is a second over a day old, whatever it says': {
      given: alone(report([person()], secondsAgo(86_401))),
      reason: 'not-read',
      readingReason: 'stale',
    },
    'the report lies more than five minutes in the future': {
      given: alone(report([person()], secondsAgo(-301))),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'a row of the report was misshapen': {
      given: alone(report([rootRow()], NOW, ['a'])),
      reason: 'not-read',
    },
    'whether the user has a password is a marker': {
      given: alone(report([person({ password_enabled: 'N/A' })])),
      reason: 'not-read',
    },
    'the SAML providers were refused': {
      given: alone(refused('iam.saml-providers', 'denied')),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'the roles were refused': {
      given: alone(refused('iam.roles', 'throttled')),
      reason: 'not-read',
      readingReason: 'throttled',
    },
    'a list of roles was cut short before any way in': {
      given: alone(partly('iam.roles', [role('lambda')])),
      reason: 'not-read',
    },
    'the organization was refused': {
      given: alone(refused('organizations.organization', 'denied')),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'the organization’s answer lacks the management account': {
      given: alone(answered('organizations.organization', { Id: 'o-1' }), trusting(managementRoot)),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'a member’s role trusts an account whose side cannot be told': {
      given: member(trusting(STRANGER)),
      reason: 'not-read',
      readingReason: 'needs-management-account',
    },
    'that account is connected here, but of another organization': {
      given: member(trusting(STRANGER)),
      scope: { connectedAccounts: [{ account: STRANGER, organization: 'o-2' }] },
      reason: 'not-read',
    },
    'a member’s role trusts everybody, under a condition that evidence does not hold': {
      given: delegated(trusting('*')),
      reason: 'not-read',
    },
    'a trust policy could not be parsed': {
      given: delegated(answered('iam.roles', [role('odd', { Trust: null })])),
      reason: 'not-read',
    },
  },
});

staysHonest(check, {
  'root alone': alone(),
  'a user with a password': alone(report([rootRow(), person()])),
  'federation and nothing else': alone(answered('iam.roles', [identityCenter])),
  'a member with a role for the management account': member(trusting(managementRoot)),
  'a delegated account with a role for a sibling': delegated(trusting(SIBLING)),
  'a delegated account with a role for a stranger': delegated(trusting(STRANGER)),
});

test('the age of the report is told only where the report told', () => {
  const paramsOf = (given: Evidence) => judged(given, [], [check]).checks[0]?.reason.params;

  expect(paramsOf(alone(report([rootRow(), person()])))).toHaveProperty('generatedAt');
  expect(paramsOf(alone(answered('iam.roles', [identityCenter])))).not.toHaveProperty(
    'generatedAt',
  );
});
