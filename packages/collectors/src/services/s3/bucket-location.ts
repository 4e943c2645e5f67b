import { trailBuckets } from '../../bucket-targets.ts';
import { defineCollector } from '../../define-collector.ts';

export default defineCollector({
  evidence: 's3.bucket-location',
  operations: ['s3:GetBucketLocation'],
  tier: 'first-steps',
  after: 'cloudtrail.trails',
  targets: (parents) => trailBuckets(parents),
  /** With the expected owner, a bucket of somebody else is refused and never judged. */
  async collect(ask, { resource: Bucket }, { account: ExpectedBucketOwner }) {
    const { LocationConstraint } = await ask('s3:GetBucketLocation', {
      Bucket,
      ExpectedBucketOwner,
    });
    return { LocationConstraint };
  },
});
