import type { Grant } from '@aws-sdk/client-s3';
import { placedBuckets } from '../../bucket-targets.ts';
import { defineCollector } from '../../define-collector.ts';
import { Refusal } from '../../refusal.ts';

export default defineCollector({
  evidence: 's3.bucket-acl',
  operations: ['s3:GetBucketAcl'],
  tier: 'first-steps',
  after: 's3.bucket-location',
  masked: { DisplayName: 'hidden', EmailAddress: 'hidden' },
  targets: (parents) => placedBuckets(parents),
  async collect(ask, { resource: Bucket }, { account: ExpectedBucketOwner }) {
    const answer = await ask('s3:GetBucketAcl', { Bucket, ExpectedBucketOwner });
    return { Grants: answer.Grants?.map(grantOf) };
  },
});

/** Each grant says to whom; a group is named by its URI (S3 API, `Grantee`). */
function grantOf({ Grantee, Permission }: Grant) {
  const toSomebody = Grantee?.Type !== undefined && (Grantee.Type !== 'Group' || Grantee.URI);
  if (!toSomebody || !Permission) throw new Refusal('malformed', 'grant incomplete');
  return { URI: Grantee.URI, Permission };
}
