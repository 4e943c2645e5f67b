import { defineCollector, whereSome } from '../../define-collector.ts';
import { allPages } from '../../pages.ts';

export default defineCollector({
  evidence: 'events.rules',
  operations: ['events:ListRules'],
  tier: 'first-steps',
  after: 'guardduty.detectors',
  targets: whereSome,
  /** Without a bus it is the default one; a rule without a pattern runs on a schedule. */
  collect: (ask) =>
    allPages(
      (NextToken) => ask('events:ListRules', { Limit: 100, NextToken }),
      (page) => page.Rules?.filter(({ EventPattern }) => EventPattern !== undefined),
      (page) => page.NextToken,
    ),
});
