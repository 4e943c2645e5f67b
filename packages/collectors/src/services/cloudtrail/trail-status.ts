import { defineCollector } from '../../define-collector.ts';
import { trailTargets } from '../../trail-targets.ts';

export default defineCollector({
  evidence: 'cloudtrail.trail-status',
  operations: ['cloudtrail:GetTrailStatus'],
  tier: 'first-steps',
  after: 'cloudtrail.trails',
  targets: (parents, regions) => trailTargets(parents, regions, () => true),
  collect: (ask, { resource }) => ask('cloudtrail:GetTrailStatus', { Name: resource }),
});
