import { defineCollector } from '../../define-collector.ts';
import { allPages } from '../../pages.ts';

export default defineCollector({
  evidence: 'securityhub.enabled-products',
  operations: ['securityhub:ListEnabledProductsForImport'],
  tier: 'first-steps',
  after: 'securityhub.hub',
  targets: (parents) =>
    [...parents].flatMap(([region, hub]) => (hub.readable && hub.value ? [{ region }] : [])),
  collect: (ask) =>
    allPages(
      (NextToken) => ask('securityhub:ListEnabledProductsForImport', { NextToken }),
      (page) => page.ProductSubscriptions,
      (page) => page.NextToken,
    ),
});
