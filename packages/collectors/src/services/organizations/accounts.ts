import { GLOBAL } from '@ippo/contracts';
import { defineCollector } from '../../define-collector.ts';
import { isMember } from '../../organization-member.ts';
import { allPages } from '../../pages.ts';

export default defineCollector({
  evidence: 'organizations.accounts',
  operations: ['organizations:ListAccounts'],
  tier: 'first-steps',
  absentWhen: ['AWSOrganizationsNotInUseException'],
  after: 'organizations.organization',
  masked: { Email: 'hidden' },
  /** A member may not list, whatever its own policies say; a delegated administrator is answered. */
  refusedAs(reason, { parents, account }) {
    const member = isMember(parents.get(GLOBAL), account);
    return member && reason === 'denied' ? 'needs-management-account' : reason;
  },
  collect: (ask) =>
    allPages(
      (NextToken) => ask('organizations:ListAccounts', { NextToken }),
      (page) => page.Accounts,
      (page) => page.NextToken,
    ),
});
