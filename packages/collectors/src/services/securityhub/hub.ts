import { defineCollector, whereSome } from '../../define-collector.ts';

export default defineCollector({
  evidence: 'securityhub.hub',
  operations: ['securityhub:DescribeHub'],
  tier: 'first-steps',
  /** The usual answer of a region where nobody enabled it (Security Hub API, `DescribeHub`). */
  absentWhen: ['InvalidAccessException', 'ResourceNotFoundException'],
  after: 'guardduty.detectors',
  targets: whereSome,
  collect: (ask) => ask('securityhub:DescribeHub', {}),
});
