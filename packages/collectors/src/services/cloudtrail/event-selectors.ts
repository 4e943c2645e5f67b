import { defineCollector } from '../../define-collector.ts';
import { trailTargets } from '../../trail-targets.ts';

export default defineCollector({
  evidence: 'cloudtrail.event-selectors',
  operations: ['cloudtrail:GetEventSelectors'],
  tier: 'first-steps',
  after: 'cloudtrail.trails',
  /** A trail without selectors logs all management events (CloudTrail API, `EventSelector`). */
  targets: (parents, regions) =>
    trailTargets(parents, regions, (trail) => trail.HasCustomEventSelectors !== false),
  collect: (ask, { resource }) => ask('cloudtrail:GetEventSelectors', { TrailName: resource }),
});
