import { defineCollector, whereSome } from '../../define-collector.ts';

export default defineCollector({
  evidence: 'config.delivery-channel-status',
  operations: ['config:DescribeDeliveryChannelStatus'],
  tier: 'first-steps',
  after: 'config.recorders',
  targets: whereSome,
  async collect(ask) {
    const answer = await ask('config:DescribeDeliveryChannelStatus', {});
    return answer.DeliveryChannelsStatus;
  },
});
