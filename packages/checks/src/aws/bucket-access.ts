import type { EvidenceValue } from '@ippo/contracts';
import type { EvidenceView, Sighted } from '../evidence-view.ts';
import type { Told } from './root-user.ts';

type BucketIds =
  | 's3.bucket-location'
  | 's3.bucket-policy-status'
  | 's3.bucket-acl'
  | 's3.bucket-ownership'
  | 's3.bucket-public-access-block'
  | 's3control.account-public-access-block';

/** What one reading tells, or leaves open. */
type Clue = { told: Told; from: Sighted<unknown> };

/** What is known of who may reach a bucket. */
export type BucketAccess = {
  /** True once any read with `ExpectedBucketOwner` succeeded: it proves that the bucket is this account's. */
  ours: boolean;
  /** AWS said that there is no such bucket. */
  gone: boolean;
  /** Whether its policy or its ACL lets everyone in. */
  isPublic: Clue;
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
  const own = [evidence.of('s3.bucket-location', bucket), policy, acl, ownership, block];
  return {
    ours: own.some((reading) => reading.readable),
    gone: own.some(saysGone),
    isPublic: anyOf(
      allOf(
        policyOpens(policy),
        unblocked('RestrictPublicBuckets', block),
        unblocked('RestrictPublicBuckets', accountBlock),
      ),
      allOf(
        aclOpens(acl),
        aclsInForce(ownership),
        unblocked('IgnorePublicAcls', block),
        unblocked('IgnorePublicAcls', accountBlock),
      ),
    ),
    readings: [...own, accountBlock],
  };
}

function saysGone(reading: Sighted<unknown>): boolean {
  return !reading.readable && /^NoSuchBucket(Exception)?$/.test(reading.detail ?? '');
}

function policyOpens(from: Sighted<EvidenceValue<'s3.bucket-policy-status'>>): Clue {
  if (!from.readable) return { told: null, from };
  return { told: from.value === null ? false : (from.value.IsPublic ?? null), from };
}

function aclOpens(from: Sighted<EvidenceValue<'s3.bucket-acl'>>): Clue {
  if (!from.readable) return { told: null, from };
  return { told: from.value.Grants.some(({ URI }) => publicGroups.includes(URI ?? '')), from };
}

/** S3 API `ObjectOwnership`; without ownership controls the ACL is in force. */
function aclsInForce(from: Sighted<EvidenceValue<'s3.bucket-ownership'>>): Clue {
  if (!from.readable) return { told: null, from };
  if (from.value === null) return { told: true, from };
  const rules = from.value.Rules.map(({ ObjectOwnership }) => ObjectOwnership?.toLowerCase());
  if (rules.includes('bucketownerenforced')) return { told: false, from };
  const known = ['bucketownerpreferred', 'objectwriter'];
  const told = rules.some((rule) => rule !== undefined && known.includes(rule)) ? true : null;
  return { told, from };
}

type Block = Sighted<EvidenceValue<'s3.bucket-public-access-block'>>;

/** Whether one level leaves public access open; both levels must, since either may close it. */
function unblocked(flag: 'RestrictPublicBuckets' | 'IgnorePublicAcls', from: Block): Clue {
  if (!from.readable) return { told: null, from };
  if (from.value === null) return { told: true, from };
  const closes = from.value[flag];
  return { told: closes === undefined ? null : !closes, from };
}

function allOf(first: Clue, ...others: Clue[]): Clue {
  return deciding(false, [first, ...others]) ?? first;
}

function anyOf(first: Clue, ...others: Clue[]): Clue {
  return deciding(true, [first, ...others]) ?? first;
}

/** The clue that settles it, else the first that leaves it open. */
function deciding(settles: boolean, clues: readonly Clue[]): Clue | undefined {
  return clues.find(({ told }) => told === settles) ?? clues.find(({ told }) => told === null);
}
