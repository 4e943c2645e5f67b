import { defineCollector } from '../../define-collector.ts';

export default defineCollector({
  evidence: 'config.recorders',
  operations: ['config:DescribeConfigurationRecorders'],
  tier: 'first-steps',
  async collect(ask) {
    const answer = await ask('config:DescribeConfigurationRecorders', {});
    return answer.ConfigurationRecorders;
  },
});
