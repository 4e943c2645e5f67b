import { defineCollector } from '../../define-collector.ts';

export default defineCollector({
  evidence: 'ec2.regions',
  operations: ['ec2:DescribeRegions'],
  tier: 'first-steps',
  async collect(ask) {
    const answer = await ask('ec2:DescribeRegions', { AllRegions: true });
    return answer.Regions;
  },
});
