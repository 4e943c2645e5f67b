import { defineCollector } from '../../define-collector.ts';
import { allPages } from '../../pages.ts';

export default defineCollector({
  evidence: 'guardduty.detectors',
  operations: ['guardduty:ListDetectors'],
  tier: 'first-steps',
  collect: (ask) =>
    allPages(
      (NextToken) => ask('guardduty:ListDetectors', { NextToken }),
      (page) => page.DetectorIds,
      (page) => page.NextToken,
    ),
});
