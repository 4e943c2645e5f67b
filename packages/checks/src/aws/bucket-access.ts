import type { EvidenceValue } from '@ippo/contracts';
import type { EvidenceView, Sighted } from '../evidence-view.ts';
import type { Told } from './root-user.ts';

type BucketIds =
  | 's3.bucket-policy-status'
  | 's3.bucket-acl'
  | 's3.bucket-ownership'
  | 's3.bucket-public-access-block'
  | 's3control.account-public-access-block';

/** What is known of who may reach a bucket. */
export type BucketAccess = {
  /** True once any read with `ExpectedBucketOwner` succeeded: it proves that the bucket is this account's. */
  ours: boolean;
  /** AWS said that there is no such bucket. */
  gone: boolean;
  publicByPolicy: Told;
  publicByAcl: Told;
  readings: readonly Sighted<unknown>[];
};

/** S3 API, *Amazon S3 predefined groups*: everyone, and everyone with any AWS account. */
const publicGroups = [
  'http://acs.amazonaws.com/groups/global/AllUsers',
  'http://acs.amazonaws.com/groups/global/AuthenticatedUsers',
];

/** Reads a bucket's policy status, ACL and both levels of Block Public Access. */
export function bucketAccess(evidence: EvidenceView<BucketIds>, bucket: string): BucketAccess {
  const policy = evidence.of('s3.bucket-policy-status', bucket);
  const acl = evidence.of('s3.bucket-acl', bucket);
  const ownership = evidence.of('s3.bucket-ownership', bucket);
  const block = evidence.of('s3.bucket-public-access-block', bucket);
  const accountBlock = evidence.global('s3control.account-public-access-block');
  const own = [policy, acl, ownership, block];

  const policyOpen = policy.readable
    ? policy.value === null
      ? false
      : (policy.value.IsPublic ?? null)
    : null;
  const aclOpen = acl.readable
    ? acl.value.Grants.some((grant) => publicGroups.includes(grant.URI ?? ''))
    : null;
  return {
    ours: own.some((reading) => reading.readable),
    gone: own.some((reading) => !reading.readable && reading.detail === 'NoSuchBucket'),
    publicByPolicy: allOf(policyOpen, not(either('RestrictPublicBuckets', block, accountBlock))),
    publicByAcl: allOf(
      aclOpen,
      aclsInForce(ownership),
      not(either('IgnorePublicAcls', block, accountBlock)),
    ),
    readings: [...own, accountBlock],
  };
}

type Block = Sighted<EvidenceValue<'s3.bucket-public-access-block'>>;

/** A flag holds where either level sets it; that it does not needs both levels read. */
function either(flag: 'RestrictPublicBuckets' | 'IgnorePublicAcls', ...levels: Block[]): Told {
  const told = levels.map((level) => (level.readable ? (level.value?.[flag] ?? false) : null));
  if (told.includes(true)) return true;
  return told.includes(null) ? null : false;
}

function aclsInForce(ownership: Sighted<EvidenceValue<'s3.bucket-ownership'>>): Told {
  if (!ownership.readable) return null;
  const rules = ownership.value?.Rules ?? [];
  return !rules.some((rule) => rule.ObjectOwnership === 'BucketOwnerEnforced');
}

function not(told: Told): Told {
  return told === null ? null : !told;
}

function allOf(...told: Told[]): Told {
  if (told.includes(false)) return false;
  return told.includes(null) ? null : true;
}
