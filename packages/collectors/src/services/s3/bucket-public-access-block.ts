import { placedBuckets } from '../../bucket-targets.ts';
import { defineCollector } from '../../define-collector.ts';

export default defineCollector({
  evidence: 's3.bucket-public-access-block',
  operations: ['s3:GetPublicAccessBlock'],
  tier: 'first-steps',
  absentWhen: ['NoSuchPublicAccessBlockConfiguration'],
  after: 's3.bucket-location',
  targets: (parents) => placedBuckets(parents),
  async collect(ask, { resource: Bucket }, { account: ExpectedBucketOwner }) {
    const answer = await ask('s3:GetPublicAccessBlock', { Bucket, ExpectedBucketOwner });
    return answer.PublicAccessBlockConfiguration;
  },
});
