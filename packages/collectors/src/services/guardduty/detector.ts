import { defineCollector, eachItem } from '../../define-collector.ts';

export default defineCollector({
  evidence: 'guardduty.detector',
  operations: ['guardduty:GetDetector'],
  tier: 'first-steps',
  after: 'guardduty.detectors',
  targets: (parents) => eachItem(parents, (id) => id),
  collect: (ask, { resource }) => ask('guardduty:GetDetector', { DetectorId: resource }),
});
