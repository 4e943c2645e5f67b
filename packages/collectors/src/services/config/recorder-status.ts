import { defineCollector } from '../../define-collector.ts';

export default defineCollector({
  evidence: 'config.recorder-status',
  operations: ['config:DescribeConfigurationRecorderStatus'],
  tier: 'first-steps',
  async collect(ask) {
    const answer = await ask('config:DescribeConfigurationRecorderStatus', {});
    return answer.ConfigurationRecordersStatus;
  },
});
