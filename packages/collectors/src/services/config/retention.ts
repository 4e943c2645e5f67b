import { defineCollector, whereSome } from '../../define-collector.ts';
import { allPages } from '../../pages.ts';

export default defineCollector({
  evidence: 'config.retention',
  operations: ['config:DescribeRetentionConfigurations'],
  tier: 'first-steps',
  absentWhen: ['NoSuchRetentionConfigurationException'],
  after: 'config.recorders',
  targets: whereSome,
  collect: (ask) =>
    allPages(
      (NextToken) => ask('config:DescribeRetentionConfigurations', { NextToken }),
      (page) => page.RetentionConfigurations,
      (page) => page.NextToken,
    ),
});
