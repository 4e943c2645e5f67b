import type { Attestation, EvidenceValue } from '@ippo/contracts';
import { checkCases } from '../../testing/check-cases.ts';
import {
  ACCOUNT,
  answered,
  daysAgo,
  evidence,
  MANAGEMENT,
  partly,
  refused,
} from '../../testing/evidence.ts';
import { hostileNames } from '../../testing/aws-literals.ts';
import check from './org-multi-account.ts';

type Accounts = NonNullable<EvidenceValue<'organizations.accounts'>>;

const managed = answered('organizations.organization', { Id: 'o-1', MasterAccountId: ACCOUNT });
const member = answered('organizations.organization', { Id: 'o-1', MasterAccountId: MANAGEMENT });
const onlyManagement = refused('organizations.accounts', 'needs-management-account');

/** The management account and one other. */
function accountsWith(other: Omit<Accounts[number], 'Id'>) {
  return answered('organizations.accounts', [
    { Id: ACCOUNT, State: 'ACTIVE' },
    { Id: '444455556666', ...other },
  ]);
}

const answer: Attestation = {
  account: ACCOUNT,
  check: 'org-multi-account',
  question: 'organization-ours',
  answer: 'yes',
  by: 'sato',
  at: daysAgo(1),
  until: daysAgo(-100),
};

checkCases(check, {
  passes: {
    'the management account lists another active account': {
      given: evidence(managed, accountsWith({ State: 'ACTIVE' })),
      reason: 'several-accounts',
      params: { accounts: 2 },
    },
    'the state is written in another case': {
      given: evidence(managed, accountsWith({ State: 'active' })),
      reason: 'several-accounts',
    },
    'the retired Status stands in where State is absent': {
      given: evidence(managed, accountsWith({ Status: 'ACTIVE' })),
      reason: 'several-accounts',
    },
    'a delegated account is answered the list and is itself the other active account': {
      given: evidence(
        member,
        answered('organizations.accounts', [
          { Id: MANAGEMENT, State: 'ACTIVE' },
          { Id: ACCOUNT, State: 'ACTIVE' },
        ]),
      ),
      reason: 'several-accounts',
    },
    'the first page proves it although a later page was refused': {
      given: evidence(
        managed,
        partly('organizations.accounts', [
          { Id: ACCOUNT, State: 'ACTIVE' },
          { Id: '444455556666', State: 'ACTIVE' },
        ]),
      ),
      reason: 'several-accounts',
    },
    'a member whose organization has a second account connected here': {
      given: evidence(member, onlyManagement),
      scope: { connectedAccounts: [{ account: MANAGEMENT, organization: 'o-1' }] },
      reason: 'several-accounts',
    },
    'account names of any kind': {
      given: evidence(
        managed,
        answered('organizations.accounts', [
          { Id: ACCOUNT, Name: 'm', State: 'ACTIVE' },
          ...hostileNames.map((Name, at) => ({ Id: `${at}`.repeat(12), Name, State: 'ACTIVE' })),
        ]),
      ),
      reason: 'several-accounts',
      params: { accounts: hostileNames.length + 1 },
    },
  },
  fails: {
    'the account is in no organization': {
      given: evidence(
        answered('organizations.organization', null),
        answered('organizations.accounts', null),
      ),
      reason: 'standalone',
    },
    'the account is in no organization and the list was refused': {
      given: evidence(answered('organizations.organization', null), onlyManagement),
      reason: 'standalone',
    },
    'the management account is alone': {
      given: evidence(
        managed,
        answered('organizations.accounts', [{ Id: ACCOUNT, State: 'ACTIVE' }]),
      ),
      reason: 'only-management-account',
    },
    ...Object.fromEntries(
      ['SUSPENDED', 'PENDING_CLOSURE', 'CLOSED', 'PENDING_ACTIVATION', 'suspended'].map((State) => [
        `the only other account is ${State}`,
        { given: evidence(managed, accountsWith({ State })), reason: 'only-management-account' },
      ]),
    ),
    'State decides against an old Status': {
      given: evidence(managed, accountsWith({ State: 'SUSPENDED', Status: 'ACTIVE' })),
      reason: 'only-management-account',
    },
    'a connected account does not outweigh what the management account lists': {
      given: evidence(
        managed,
        answered('organizations.accounts', [{ Id: ACCOUNT, State: 'ACTIVE' }]),
      ),
      scope: { connectedAccounts: [{ account: '444455556666', organization: 'o-1' }] },
      reason: 'only-management-account',
    },
    'a "yes" about ownership changes no outcome': {
      given: evidence(
        managed,
        answered('organizations.accounts', [{ Id: ACCOUNT, State: 'ACTIVE' }]),
      ),
      attestations: [answer],
      reason: 'only-management-account',
    },
  },
  unknown: {
    'the organization could not be read': {
      given: evidence(
        refused('organizations.organization', 'denied'),
        accountsWith({ State: 'ACTIVE' }),
      ),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'the organization came without its management account': {
      given: evidence(answered('organizations.organization', { Id: 'o-1' }), onlyManagement),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'the management account may not list the accounts': {
      given: evidence(managed, refused('organizations.accounts', 'denied')),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'connected accounts prove nothing for a management account that may not list': {
      given: evidence(managed, refused('organizations.accounts', 'denied')),
      scope: { connectedAccounts: [{ account: '444455556666', organization: 'o-1' }] },
      reason: 'not-read',
    },
    'the first page holds only the management account and the next was refused': {
      given: evidence(
        managed,
        partly('organizations.accounts', [{ Id: ACCOUNT, State: 'ACTIVE' }]),
      ),
      reason: 'not-read',
      readingReason: 'throttled',
    },
    'the other account has a state that nobody knows': {
      given: evidence(managed, accountsWith({ State: 'HIBERNATING' })),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'the other account has neither State nor Status': {
      given: evidence(managed, accountsWith({})),
      reason: 'not-read',
    },
    'a member alone here: the organization may be a reseller’s': {
      given: evidence(member, onlyManagement),
      reason: 'org-ownership-unknown',
      params: { organization: 'o-1', account: MANAGEMENT },
    },
    'the member itself connected is one account, not two': {
      given: evidence(member, onlyManagement),
      scope: { connectedAccounts: [{ account: ACCOUNT, organization: 'o-1' }] },
      reason: 'org-ownership-unknown',
    },
    'connected accounts of another organization, or of none, do not count': {
      given: evidence(member, onlyManagement),
      scope: {
        connectedAccounts: [
          { account: '444455556666', organization: 'o-2' },
          { account: '555566667777', organization: null },
        ],
      },
      reason: 'org-ownership-unknown',
    },
    'a "yes" about ownership leaves it unknown': {
      given: evidence(member, onlyManagement),
      attestations: [answer],
      reason: 'org-ownership-unknown',
    },
    'a "no" about ownership leaves it unknown': {
      given: evidence(member, onlyManagement),
      attestations: [{ ...answer, answer: 'no' }],
      reason: 'org-ownership-unknown',
    },
    'the organization says member but the list says no organization': {
      given: evidence(managed, answered('organizations.accounts', null)),
      reason: 'not-read',
    },
  },
});
