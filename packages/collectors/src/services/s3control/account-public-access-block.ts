import { defineCollector } from '../../define-collector.ts';

export default defineCollector({
  evidence: 's3control.account-public-access-block',
  operations: ['s3control:GetPublicAccessBlock'],
  tier: 'first-steps',
  absentWhen: ['NoSuchPublicAccessBlockConfiguration'],
  async collect(ask, _target, { account: AccountId }) {
    const answer = await ask('s3control:GetPublicAccessBlock', { AccountId });
    return answer.PublicAccessBlockConfiguration;
  },
});
