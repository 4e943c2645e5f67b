import { defineCollector } from '../../define-collector.ts';
import { allPages } from '../../pages.ts';

export default defineCollector({
  evidence: 'cloudtrail.event-data-stores',
  operations: ['cloudtrail:ListEventDataStores'],
  tier: 'first-steps',
  collect: (ask) =>
    allPages(
      (NextToken) => ask('cloudtrail:ListEventDataStores', { NextToken }),
      (page) => page.EventDataStores,
      (page) => page.NextToken,
    ),
});
