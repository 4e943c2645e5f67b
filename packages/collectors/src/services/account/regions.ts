import { defineCollector } from '../../define-collector.ts';
import { allPages } from '../../pages.ts';

export default defineCollector({
  evidence: 'account.regions',
  operations: ['account:ListRegions'],
  tier: 'first-steps',
  collect: (ask) =>
    allPages(
      (NextToken) => ask('account:ListRegions', { NextToken }),
      (page) => page.Regions,
      (page) => page.NextToken,
    ),
});
