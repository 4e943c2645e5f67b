import { placedBuckets } from '../../bucket-targets.ts';
import { defineCollector } from '../../define-collector.ts';

export default defineCollector({
  evidence: 's3.bucket-policy-status',
  operations: ['s3:GetBucketPolicyStatus'],
  tier: 'first-steps',
  absentWhen: ['NoSuchBucketPolicy'],
  after: 's3.bucket-location',
  targets: (parents) => placedBuckets(parents),
  async collect(ask, { resource: Bucket }, { account: ExpectedBucketOwner }) {
    const answer = await ask('s3:GetBucketPolicyStatus', { Bucket, ExpectedBucketOwner });
    return answer.PolicyStatus;
  },
});
