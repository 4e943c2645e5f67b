import { AwsError } from '../aws-error.ts';
import type { Asked, SimulatedService } from '../define-service.ts';
import { restXml } from '../protocols/rest-xml.ts';
import type { SimulatedBucket } from '../world-parts.ts';

const path = /^\/(?<bucket>[^/]+)\/?$/;

/** The bucket that a request names, where the asker's expected owner has it and the region is right. */
function bucketOf({ world, input, region }: Asked, anyRegion = false): SimulatedBucket {
  const bucket = world.more.buckets.find(({ name }) => name === input.bucket);
  if (!bucket) throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);
  if (input.owner !== undefined && input.owner !== bucket.owner)
    throw new AwsError('AccessDenied', 'Access Denied', 403);
  if (region === bucket.region || (anyRegion && region === 'us-east-1')) return bucket;
  throw new AwsError(
    'PermanentRedirect',
    'The bucket you are attempting to access must be addressed using the specified endpoint.',
    301,
  );
}

/** An answer that S3 gives as an error where nothing is set. */
function whereSet<Value>(value: Value | null, code: string): Value {
  if (value === null) throw new AwsError(code, 'It is not set.', 404);
  return value;
}

export const s3: SimulatedService = {
  service: 's3',
  protocol: restXml({
    routes: [
      { operation: 'GetBucketLocation', method: 'GET', path, query: 'location' },
      { operation: 'GetBucketAcl', method: 'GET', path, query: 'acl' },
      { operation: 'GetBucketPolicyStatus', method: 'GET', path, query: 'policyStatus' },
      { operation: 'GetPublicAccessBlock', method: 'GET', path, query: 'publicAccessBlock' },
      { operation: 'GetBucketOwnershipControls', method: 'GET', path, query: 'ownershipControls' },
    ],
    namespace: 'http://s3.amazonaws.com/doc/2006-03-01/',
    roots: { GetBucketAcl: 'AccessControlPolicy' },
    empty: { GetBucketLocation: 'LocationConstraint' },
    items: { AccessControlList: 'Grant' },
    wrapsErrors: false,
  }),
  codes: {
    denied: 'AccessDenied',
    deniedStatus: 403,
    throttled: 'SlowDown',
    throttledStatus: 503,
  },
  answers: {
    /** A bucket in us-east-1 has no constraint. */
    GetBucketLocation(asked) {
      const { region } = bucketOf(asked, true);
      return region === 'us-east-1' ? {} : { LocationConstraint: region };
    },
    GetBucketAcl(asked) {
      const { owner, grants } = bucketOf(asked);
      const ID = owner.padStart(64, '0');
      return {
        Owner: { ID },
        AccessControlList: [
          { Grantee: { 'xsi:type': 'CanonicalUser', ID }, Permission: 'FULL_CONTROL' },
          ...grants.map(({ URI, Permission }) => ({
            Grantee: { 'xsi:type': 'Group', URI },
            Permission,
          })),
        ],
      };
    },
    GetBucketPolicyStatus(asked) {
      const IsPublic = whereSet(bucketOf(asked).policyIsPublic, 'NoSuchBucketPolicy');
      return { PolicyStatus: { IsPublic } };
    },
    GetPublicAccessBlock(asked) {
      const code = 'NoSuchPublicAccessBlockConfiguration';
      return {
        PublicAccessBlockConfiguration: whereSet(bucketOf(asked).publicAccessBlock, code),
      };
    },
    GetBucketOwnershipControls(asked) {
      const code = 'OwnershipControlsNotFoundError';
      const ObjectOwnership = whereSet(bucketOf(asked).ownership, code);
      return { OwnershipControls: { Rule: [{ ObjectOwnership }] } };
    },
  },
};
