import { placedBuckets } from '../../bucket-targets.ts';
import { defineCollector } from '../../define-collector.ts';

export default defineCollector({
  evidence: 's3.bucket-ownership',
  operations: ['s3:GetBucketOwnershipControls'],
  tier: 'first-steps',
  absentWhen: ['OwnershipControlsNotFoundError'],
  after: 's3.bucket-location',
  targets: (parents) => placedBuckets(parents),
  async collect(ask, { resource: Bucket }, { account: ExpectedBucketOwner }) {
    const answer = await ask('s3:GetBucketOwnershipControls', { Bucket, ExpectedBucketOwner });
    return answer.OwnershipControls;
  },
});
