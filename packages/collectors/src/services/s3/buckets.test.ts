import { expect, it } from 'vitest';
import { blocked, bucket } from '../../../simulator/build-parts.ts';
import { trail } from '../../../simulator/build-world.ts';
import type { SimulatedBucket } from '../../../simulator/world-parts.ts';
import { id, now, ofType, read, readValues } from '../../read.test-support.ts';

const other = '999988887777';
const kinds = [
  's3.bucket-location',
  's3.bucket-policy-status',
  's3.bucket-acl',
  's3.bucket-ownership',
  's3.bucket-public-access-block',
] as const;
const home = trail(id, now, { name: 'logs', home: 'us-east-1', bucket: 'logs.with.dots' });

function world(options: Partial<SimulatedBucket> = {}, owner = id) {
  return { trails: [home], more: { buckets: [bucket(owner, home, options)] } };
}

it('reads what decides whether a private bucket is public', async () => {
  const evidence = await read({ world: world() });

  const values = kinds.map((kind) =>
    ofType(evidence, kind).map((one) => one.readable && one.value),
  );
  expect(values).toEqual([
    [{}],
    [{ IsPublic: false }],
    [{ Grants: [{ Permission: 'FULL_CONTROL' }] }],
    [{ Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] }],
    [blocked(true)],
  ]);
});

it('keeps the groups that an ACL names, and no owner', async () => {
  const URI = 'http://acs.amazonaws.com/groups/global/AllUsers';

  const evidence = await read({ world: world({ grants: [{ URI, Permission: 'READ' }] }) });

  expect(ofType(evidence, 's3.bucket-acl')).toMatchObject([
    { value: { Grants: [{ Permission: 'FULL_CONTROL' }, { URI, Permission: 'READ' }] } },
  ]);
  expect(JSON.stringify(evidence.readings)).not.toContain(id.padStart(64, '0'));
});

it('says null where nothing is set', async () => {
  const evidence = await read({
    world: world({ publicAccessBlock: null, policyIsPublic: null, ownership: null }),
  });

  const nothing = [kinds[1], kinds[3], kinds[4]].flatMap((kind) => ofType(evidence, kind));
  expect(nothing.map((one) => one.readable && one.value)).toEqual([null, null, null]);
});

it('asks in the region where the bucket lives, once for a bucket of two trails', async () => {
  const twin = trail(id, now, { name: 'twin', home: 'ap-northeast-1', bucket: 'logs.with.dots' });

  const evidence = await read({
    world: {
      trails: [home, twin],
      more: { buckets: [bucket(id, home, { region: 'eu-west-1' })] },
    },
  });

  const asked = evidence.calls.filter(({ operation }) => operation.startsWith('s3:'));
  expect(asked.map(({ operation, region }) => [operation, region])).toEqual([
    ['s3:GetBucketAcl', 'eu-west-1'],
    ['s3:GetBucketLocation', 'us-east-1'],
    ['s3:GetBucketOwnershipControls', 'eu-west-1'],
    ['s3:GetBucketPolicyStatus', 'eu-west-1'],
    ['s3:GetPublicAccessBlock', 'eu-west-1'],
  ]);
  expect(asked.every(({ parameters }) => parameters['ExpectedBucketOwner'] === id)).toBe(true);
});

it('is refused by a bucket of another account, and asks it nothing more', async () => {
  const evidence = await read({ world: world({}, other) });

  expect(ofType(evidence, 's3.bucket-location')).toMatchObject([
    { resource: 'logs.with.dots', reason: 'denied', detail: 'AccessDenied' },
  ]);
  expect(kinds.slice(1).flatMap((kind) => ofType(evidence, kind))).toEqual([]);
});

it('names a bucket that is gone', async () => {
  const evidence = await read({ world: { trails: [home], more: { buckets: [] } } });

  expect(ofType(evidence, 's3.bucket-location')).toMatchObject([
    { reason: 'unexpected', detail: 'NoSuchBucket' },
  ]);
});

it('names one that vanished after its place was read', async () => {
  const faults = kinds.slice(1).map(() => ({
    operation: 's3:GetBucketAcl',
    act: 'refuse' as const,
    error: 'NoSuchBucket',
    status: 404,
  }));

  const evidence = await read({ world: world(), faults });

  expect(ofType(evidence, 's3.bucket-acl')).toMatchObject([
    { reason: 'unexpected', detail: 'NoSuchBucket' },
  ]);
});

it('asks no bucket where there is no trail', async () => {
  const values = await Promise.all(
    kinds.map((kind) => readValues(kind, { world: { trails: [], more: { buckets: [] } } })),
  );

  expect(values.flat()).toEqual([]);
});

it.each(['AllAccessDisabled', 'AccountProblem'])(
  'takes a 403 of S3 as denied: %s',
  async (error) => {
    const faults = [{ operation: 's3', act: 'refuse' as const, error, status: 403 }];

    expect(await readValues('s3.bucket-location', { world: world(), faults })).toEqual(['denied']);
  },
);

it('reads the public access block of the account, or that none is set', async () => {
  const type = 's3control.account-public-access-block';

  expect(await readValues(type)).toEqual([blocked(true)]);
  expect(await readValues(type, { world: { more: { publicAccessBlock: null } } })).toEqual([null]);
});
