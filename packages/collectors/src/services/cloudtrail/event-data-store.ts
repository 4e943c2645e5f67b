import { defineCollector, eachItem } from '../../define-collector.ts';

export default defineCollector({
  evidence: 'cloudtrail.event-data-store',
  operations: ['cloudtrail:GetEventDataStore'],
  tier: 'first-steps',
  after: 'cloudtrail.event-data-stores',
  targets: (parents) => eachItem(parents, (store) => store.EventDataStoreArn),
  collect: (ask, { resource }) => ask('cloudtrail:GetEventDataStore', { EventDataStore: resource }),
});
