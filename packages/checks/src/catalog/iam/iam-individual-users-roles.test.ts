import type { EvidenceReading, EvidenceValue } from '@ippo/contracts';
import { report, rootRow } from '../../testing/aws-literals.ts';
import { checkCases } from '../../testing/check-cases.ts';
import { ACCOUNT, answered, evidence, MANAGEMENT, NOW, refused } from '../../testing/evidence.ts';
import check from './iam-individual-users.ts';

type Role = EvidenceValue<'iam.roles'>[number];
type Statement = NonNullable<Role['Trust']>[number];

const SIBLING = '222233334444';
const noList = refused('organizations.accounts', 'needs-management-account');
const listed = answered(
  'organizations.accounts',
  [MANAGEMENT, ACCOUNT, SIBLING].map((Id) => ({ Id, State: 'ACTIVE' })),
);

/** An account in which root is the only way in, of an organization that this account manages. */
function within(management: string, ...changes: readonly EvidenceReading[]) {
  return evidence(
    answered('organizations.organization', { Id: 'o-1', MasterAccountId: management }),
    answered('iam.saml-providers', []),
    answered('iam.oidc-providers', []),
    answered('iam.roles', []),
    report([rootRow()]),
    changes,
  );
}

function roles(...trusts: Role['Trust'][]) {
  return answered(
    'iam.roles',
    trusts.map((Trust, at) => ({ Arn: `arn:aws:iam::${ACCOUNT}:role/${at}`, Path: '/', Trust })),
  );
}

function trust(principal: string, changes: Partial<Statement> = {}): Role['Trust'] {
  return [{ Effect: 'Allow', Action: ['sts:AssumeRole'], AWS: [principal], ...changes }];
}

const sibling = `arn:aws:iam::${SIBLING}:root`;

checkCases(check, {
  passes: {
    'one of a statement’s actions lets an account of the own organization in': {
      given: within(
        MANAGEMENT,
        listed,
        roles(trust(sibling, { Action: ['sts:TagSession', 'sts:AssumeRole'] })),
      ),
      reason: 'cross-account-role',
    },
  },
  fails: {
    'a management account’s role for a member is no way of people into it': {
      given: within(ACCOUNT, listed, roles(trust(sibling))),
      reason: 'only-root',
    },
    'a role for a stranger in an account of no organization': {
      given: within(
        MANAGEMENT,
        answered('organizations.organization', null),
        noList,
        roles(trust(sibling)),
      ),
      reason: 'only-root',
    },
    'a management account’s role for a stranger, where the accounts were refused': {
      given: within(ACCOUNT, refused('organizations.accounts', 'denied'), roles(trust(sibling))),
      reason: 'only-root',
    },
    'a statement without an effect allows nothing': {
      given: within(MANAGEMENT, listed, roles([{ Action: ['sts:AssumeRole'], AWS: [sibling] }])),
      reason: 'only-root',
    },
    'only the row of root was misshapen': {
      given: within(MANAGEMENT, listed, report([], NOW, ['<root_account>'])),
      reason: 'only-root',
    },
    ...Object.fromEntries(
      [
        'AROA123456789012345678',
        '123456789012-and-more',
        'arn:aws:iam::AIDA123456789012:user/x',
        'arn:aws:iam::1234567890123:root',
        'arn:aws:iam',
        '',
      ].map((principal) => [
        `"${principal}" names no account that could be the organization’s`,
        { given: within(MANAGEMENT, noList, roles(trust(principal))), reason: 'only-root' },
      ]),
    ),
  },
  unknown: {
    'the roles were refused, and nothing else lets people in': {
      given: within(MANAGEMENT, listed, refused('iam.roles', 'throttled')),
      reason: 'not-read',
      readingReason: 'throttled',
    },
    'one role’s trust could not be parsed, another trusts nobody': {
      given: within(MANAGEMENT, listed, roles(null, [])),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'a stranger may be the organization’s where its accounts could not be listed': {
      given: within(MANAGEMENT, noList, roles(trust('arn:aws:iam::464622532012:root'))),
      reason: 'not-read',
      readingReason: 'needs-management-account',
    },
  },
});
