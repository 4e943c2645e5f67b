import type { EvidenceReading, EvidenceValue } from '@ippo/contracts';
import { answered } from './evidence.ts';

type Block = EvidenceValue<'s3.bucket-public-access-block'>;
export type Bucket = {
  name?: string;
  policy?: EvidenceValue<'s3.bucket-policy-status'>;
  grants?: EvidenceValue<'s3.bucket-acl'>['Grants'];
  ownership?: EvidenceValue<'s3.bucket-ownership'>;
  block?: Block;
  account?: Block;
};

/** What is read of each bucket. */
export const bucketKinds = [
  's3.bucket-location',
  's3.bucket-policy-status',
  's3.bucket-acl',
  's3.bucket-ownership',
  's3.bucket-public-access-block',
] as const;
export const everyone = 'http://acs.amazonaws.com/groups/global/AllUsers';
export const signedIn = 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers';
/** Block Public Access with all four settings, and with those alone that close nothing that is open. */
export const shut: Block = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};
export const wide: Block = { ...shut, IgnorePublicAcls: false, RestrictPublicBuckets: false };
export const enforced = { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] };
export const preferred = { Rules: [{ ObjectOwnership: 'BucketOwnerPreferred' }] };
export const open = { policy: { IsPublic: true } } as const;

/** Grants to the owner and to one group. */
export function to(URI: string) {
  return [{ Permission: 'FULL_CONTROL' }, { URI, Permission: 'READ' }];
}

/** A bucket that nothing opens and nothing blocks, with changes. */
export function bucket({
  name = 'logs',
  policy = null,
  grants = [],
  ownership = null,
  block = null,
  account = null,
}: Bucket = {}): EvidenceReading[] {
  const resource = name;
  return [
    answered('s3.bucket-location', { LocationConstraint: 'ap-northeast-1' }, { resource }),
    answered('s3.bucket-policy-status', policy, { resource }),
    answered('s3.bucket-acl', { Grants: grants }, { resource }),
    answered('s3.bucket-ownership', ownership, { resource }),
    answered('s3.bucket-public-access-block', block, { resource }),
    answered('s3control.account-public-access-block', account),
  ];
}
