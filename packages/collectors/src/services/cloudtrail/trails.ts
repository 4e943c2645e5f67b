import { defineCollector } from '../../define-collector.ts';

export default defineCollector({
  evidence: 'cloudtrail.trails',
  operations: ['cloudtrail:DescribeTrails'],
  tier: 'first-steps',
  async collect(ask) {
    const answer = await ask('cloudtrail:DescribeTrails', { includeShadowTrails: true });
    return answer.trailList;
  },
});
