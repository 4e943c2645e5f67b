import { placedBuckets } from '../../bucket-targets.ts';
import { defineCollector } from '../../define-collector.ts';

export default defineCollector({
  evidence: 's3.bucket-acl',
  operations: ['s3:GetBucketAcl'],
  tier: 'first-steps',
  after: 's3.bucket-location',
  masked: { DisplayName: 'hidden', EmailAddress: 'hidden' },
  targets: (parents) => placedBuckets(parents),
  async collect(ask, { resource: Bucket }, { account: ExpectedBucketOwner }) {
    const answer = await ask('s3:GetBucketAcl', { Bucket, ExpectedBucketOwner });
    return {
      Grants: answer.Grants?.map(({ Grantee, Permission }) => ({ URI: Grantee?.URI, Permission })),
    };
  },
});
