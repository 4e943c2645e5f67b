import { defineCollector, whereSome } from '../../define-collector.ts';

export default defineCollector({
  evidence: 'config.delivery-channels',
  operations: ['config:DescribeDeliveryChannels'],
  tier: 'first-steps',
  after: 'config.recorders',
  targets: whereSome,
  async collect(ask) {
    const answer = await ask('config:DescribeDeliveryChannels', {});
    return answer.DeliveryChannels;
  },
});
