import { GLOBAL } from '@ippo/contracts';
import { defineCollector } from '../../define-collector.ts';
import { allPages } from '../../pages.ts';
import { Refusal } from '../../refusal.ts';

export default defineCollector({
  evidence: 'organizations.units',
  operations: ['organizations:ListRoots', 'organizations:ListOrganizationalUnitsForParent'],
  tier: 'first-steps',
  absentWhen: ['AWSOrganizationsNotInUseException'],
  after: 'organizations.accounts',
  targets(parents) {
    const accounts = parents.get(GLOBAL);
    return accounts?.readable && accounts.value ? [{ region: GLOBAL }] : [];
  },
  async collect(ask) {
    const roots = await allPages(
      (NextToken) => ask('organizations:ListRoots', { NextToken }),
      (page) => page.Roots,
      (page) => page.NextToken,
    );
    if (roots.some(({ Id }) => typeof Id !== 'string')) throw new Refusal('malformed', 'root id');
    const units = await Promise.all(
      roots.map(({ Id: ParentId }) =>
        allPages(
          (NextToken) =>
            ask('organizations:ListOrganizationalUnitsForParent', { ParentId, NextToken }),
          (page) => page.OrganizationalUnits,
          (page) => page.NextToken,
        ),
      ),
    );
    return units.flat();
  },
});
