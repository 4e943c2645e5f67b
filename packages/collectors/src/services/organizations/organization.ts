import { defineCollector } from '../../define-collector.ts';

export default defineCollector({
  evidence: 'organizations.organization',
  operations: ['organizations:DescribeOrganization'],
  tier: 'first-steps',
  absentWhen: ['AWSOrganizationsNotInUseException'],
  masked: { MasterAccountEmail: 'hidden' },
  async collect(ask) {
    const answer = await ask('organizations:DescribeOrganization', {});
    return answer.Organization;
  },
});
