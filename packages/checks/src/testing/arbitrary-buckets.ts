import type { EvidenceReading, EvidenceValue } from '@ippo/contracts';
import fc from 'fast-check';
import { bucket, bucketKinds, everyone, to } from './bucket-literals.ts';
import { answered, refused } from './evidence.ts';
import { defined, often } from './often.ts';

/** The buckets that arbitrary trails write to. */
export const bucketNames = ['logs', 'other'] as const;

const block: fc.Arbitrary<EvidenceValue<'s3.bucket-public-access-block'>> = fc.option(
  defined({
    IgnorePublicAcls: often(false, true, undefined),
    RestrictPublicBuckets: often(false, true, undefined),
  }),
  { freq: 2 },
);
const policy: fc.Arbitrary<EvidenceValue<'s3.bucket-policy-status'>> = fc.option(
  defined({ IsPublic: fc.constantFrom(false, true, undefined) }),
);
const ownership: fc.Arbitrary<EvidenceValue<'s3.bucket-ownership'>> = fc.option(
  defined({
    ObjectOwnership: often('BucketOwnerEnforced', 'bucketOwnerPreferred', 'Shared', undefined),
  }).map((rule) => ({ Rules: [rule] })),
);
const one = fc.record({
  whose: fc.constantFrom('ours', 'ours', 'ours', 'ours', 'foreign', 'gone'),
  policy,
  block,
  ownership,
  grants: fc.constantFrom([], [], to(everyone)),
});

/** Every bucket, ours or not, and the account's own block. */
export const arbitraryBuckets: fc.Arbitrary<EvidenceReading[]> = fc
  .tuple(block, ...bucketNames.map(() => one))
  .map(([account, ...buckets]) => [
    ...buckets.flatMap(({ whose, ...is }, at) => {
      const name = bucketNames[at] ?? 'logs';
      return whose === 'ours'
        ? bucket({ name, ...is }).filter(({ resource }) => resource !== undefined)
        : bucketKinds.map((kind) => closed(kind, name, whose));
    }),
    answered('s3control.account-public-access-block', account),
  ]);

function closed(kind: (typeof bucketKinds)[number], resource: string, whose: 'foreign' | 'gone') {
  if (whose === 'foreign') return refused(kind, 'denied', { resource });
  return { ...refused(kind, 'unexpected', { resource }), ...{ detail: 'NoSuchBucket' } };
}
