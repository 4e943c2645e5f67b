import { defineCollector } from '../../define-collector.ts';
import { allPages } from '../../pages.ts';

export default defineCollector({
  evidence: 'config.recorder-summaries',
  operations: ['config:ListConfigurationRecorders'],
  tier: 'first-steps',
  collect: (ask) =>
    allPages(
      (NextToken) => ask('config:ListConfigurationRecorders', { NextToken }),
      (page) => page.ConfigurationRecorderSummaries,
      (page) => page.NextToken,
    ),
});
