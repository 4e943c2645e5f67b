import type { EvidenceReading, ReadingReason, Trail } from '@ippo/contracts';
import {
  hostileNames,
  lakeStore,
  noStores,
  trail,
  trailLists,
} from '../../testing/aws-literals.ts';
import {
  bucket,
  bucketKinds,
  enforced,
  everyone,
  open,
  preferred,
  shut,
  signedIn,
  to,
  wide,
  type Bucket,
} from '../../testing/bucket-literals.ts';
import { checkCases, type Case } from '../../testing/check-cases.ts';
import {
  enabledRegions,
  evidence,
  everywhere,
  MANAGEMENT,
  refused,
} from '../../testing/evidence.ts';
import { staysHonest } from '../../testing/refused-readings.ts';
import check from './ct-bucket-public.ts';

function main(changes: Parameters<typeof trail>[1] = {}): Trail {
  return trail('main', { S3BucketName: 'logs', ...changes });
}

function lacking(kind: (typeof bucketKinds)[number], reason: ReadingReason = 'denied') {
  return refused(kind, reason, { resource: 'logs' });
}
const noAccountBlock = refused('s3control.account-public-access-block', 'denied');
const gone = (kind: (typeof bucketKinds)[number]): EvidenceReading => ({
  ...lacking(kind, 'unexpected'),
  ...{ detail: 'NoSuchBucket' },
});

/** An account whose one trail writes to such a bucket. */
function world(is: Bucket = {}, ...changes: readonly EvidenceReading[]) {
  return evidence(trailLists(main()), noStores(), bucket(is), changes);
}

function shown(given: Case['given'], findings = 1): Case {
  return { given, reason: 'met', findings };
}
function opened(given: Case['given'], findings = 1): Case {
  return { given, reason: 'bucket-public', findings };
}
function unreadable(given: Case['given'], readingReason: ReadingReason = 'denied'): Case {
  return { given, reason: 'not-read', findings: 1, readingReason };
}

checkCases(check, {
  passes: {
    'it has no policy, and its ACL names its owner only': shown(world()),
    'its policy is not public': shown(world({ policy: { IsPublic: false } })),
    'its policy is public, but the bucket’s own block restricts it': shown(
      world({ ...open, block: shut }),
    ),
    'its policy and its ACL are public, but the account’s block restricts both': shown(
      world({ ...open, grants: to(everyone), account: shut }),
    ),
    'one level restricts the policy, the other ignores the ACL': shown(
      world({
        ...open,
        grants: to(everyone),
        block: { ...wide, RestrictPublicBuckets: true },
        account: { ...wide, IgnorePublicAcls: true },
      }),
    ),
    'its ACL names everyone, but no ACL is in force': shown(
      world({ grants: to(everyone), ownership: enforced }),
    ),
    'no ACL is in force, in other letters': shown(
      world({
        grants: to(everyone),
        ownership: { Rules: [{ ObjectOwnership: 'bucketownerenforced' }] },
      }),
    ),
    'its ACL names a group that only looks like everyone': shown(
      world({ grants: to(`${everyone}/x`) }),
    ),
    'its ACL names AWS’s log delivery': shown(
      world({ grants: to('http://acs.amazonaws.com/groups/s3/LogDelivery') }),
    ),
    'both levels of block were refused, but nothing grants anything': shown(
      world({}, lacking('s3.bucket-public-access-block'), noAccountBlock),
    ),
    'policy and ACL were refused, but the account’s block restricts both': shown(
      world(
        { account: shut },
        lacking('s3.bucket-policy-status'),
        lacking('s3.bucket-acl'),
        lacking('s3.bucket-ownership'),
      ),
    ),
    'only its location was read, which proves whose it is, and the account’s block': shown(
      world(
        { account: shut },
        ...bucketKinds.filter((kind) => kind !== 's3.bucket-location').map((kind) => lacking(kind)),
      ),
    ),
    'two trails of one bucket: one finding': shown(
      evidence(trailLists(main(), trail('b', { S3BucketName: 'logs' })), bucket()),
    ),
    'two buckets: a finding each': shown(
      evidence(
        trailLists(main(), trail('b', { S3BucketName: 'other' })),
        bucket(),
        bucket({ name: 'other' }),
      ),
      2,
    ),
    'an organization’s trail whose bucket proves to be this account’s': shown(
      evidence(trailLists(main({ account: MANAGEMENT, IsOrganizationTrail: true })), bucket()),
    ),
    'hostile names are names': shown(
      evidence(
        trailLists(...hostileNames.map((name) => trail(name, { S3BucketName: name }))),
        hostileNames.flatMap((name) => bucket({ name })),
      ),
      hostileNames.length,
    ),
  },
  fails: {
    'its policy is public and no level blocks': opened(world(open)),
    'its policy is public and both levels leave it open': opened(
      world({ ...open, block: wide, account: wide }),
    ),
    'its policy is public, and the levels only block new policies and ACLs': opened(
      world({ ...open, block: { ...wide, IgnorePublicAcls: true } }),
    ),
    'its policy is public, its ACL was refused': opened(world(open, lacking('s3.bucket-acl'))),
    'its ACL names everyone': opened(world({ grants: to(everyone) })),
    'its ACL names everyone with an AWS account': opened(world({ grants: to(signedIn) })),
    'its ACL names everyone and ownership controls leave ACLs in force': opened(
      world({ grants: to(everyone), ownership: preferred }),
    ),
    'its ACL names everyone, ACLs are in force, its policy was refused': opened(
      world({ grants: to(everyone) }, lacking('s3.bucket-policy-status')),
    ),
    'its ACL names everyone, and only the policy is blocked': opened(
      world({ grants: to(everyone), block: { ...shut, IgnorePublicAcls: false } }),
    ),
    'one of two buckets is public': opened(
      evidence(
        trailLists(main(), trail('b', { S3BucketName: 'other' })),
        bucket(open),
        bucket({ name: 'other' }),
      ),
      2,
    ),
    'it is public, and a list of trails was refused': opened(
      evidence(
        trailLists(main()),
        refused('cloudtrail.trails', 'denied', 'eu-west-1'),
        bucket(open),
      ),
      2,
    ),
  },
  unknown: {
    'nothing was read at all': {
      given: evidence(),
      reason: 'not-read',
      findings: enabledRegions.length,
    },
    'nothing of the bucket was read': {
      given: evidence(trailLists(main())),
      reason: 'bucket-not-readable',
      findings: 1,
    },
    'every read of the bucket was denied: denied is not public': {
      given: world({}, ...bucketKinds.map((kind) => lacking(kind))),
      reason: 'bucket-not-readable',
      findings: 1,
    },
    'every read was denied though the account blocks all: it may be somebody else’s': {
      given: world({ account: shut }, ...bucketKinds.map((kind) => lacking(kind))),
      reason: 'bucket-not-readable',
      findings: 1,
    },
    'an organization’s trail writes to another account’s bucket': {
      given: evidence(
        trailLists(main({ account: MANAGEMENT, IsOrganizationTrail: true })),
        bucketKinds.map((kind) => lacking(kind)),
      ),
      reason: 'foreign-bucket',
      findings: 1,
    },
    'the bucket was deleted': {
      given: world({}, ...bucketKinds.map(gone)),
      reason: 'bucket-not-readable',
      findings: 1,
    },
    'the bucket was deleted between two reads': {
      given: world(open, gone('s3.bucket-acl')),
      reason: 'bucket-not-readable',
      findings: 1,
    },
    'only its location says that it was deleted': {
      given: world(open, gone('s3.bucket-location')),
      reason: 'bucket-not-readable',
      findings: 1,
    },
    'its policy is public and its own block was refused': unreadable(
      world(open, lacking('s3.bucket-public-access-block')),
    ),
    'its policy is public and the account’s block was refused': unreadable(
      world(open, noAccountBlock),
    ),
    'its policy was refused and nothing blocks': unreadable(
      world({}, lacking('s3.bucket-policy-status', 'throttled')),
      'throttled',
    ),
    'its ACL was refused and nothing blocks': unreadable(world({}, lacking('s3.bucket-acl'))),
    'its ACL names everyone, and whether ACLs are in force was refused': unreadable(
      world({ grants: to(everyone) }, lacking('s3.bucket-ownership')),
    ),
    'its ACL names everyone, and ownership is a value that nobody knows': unreadable(
      world({ grants: to(everyone), ownership: { Rules: [{ ObjectOwnership: 'Shared' }] } }),
      'malformed',
    ),
    'the answer does not say whether the policy is public': unreadable(
      world({ policy: {} }),
      'malformed',
    ),
    'its policy is public, and its block lacks the flag that decides': unreadable(
      world({ ...open, block: { IgnorePublicAcls: true } }),
      'malformed',
    ),
    'the trail’s answer lacks the bucket': {
      given: evidence(trailLists(trail('main'))),
      reason: 'not-read',
      findings: 1,
      readingReason: 'malformed',
    },
    'a list of trails was refused': {
      given: evidence(
        trailLists(main()),
        refused('cloudtrail.trails', 'denied', 'eu-west-1'),
        bucket(),
      ),
      reason: 'partly-read',
      findings: 2,
    },
    'there is no trail, and whether a Lake store stands in was refused': {
      given: evidence(
        trailLists(),
        everywhere((region) => refused('cloudtrail.event-data-stores', 'denied', region)),
      ),
      reason: 'prerequisite-unknown',
      findings: 1,
    },
  },
  notApplicable: {
    'there is no trail: blocked, counted as not met': {
      given: evidence(trailLists(), noStores()),
      reason: 'blocked-by',
      findings: 1,
      params: { check: 'ct-enabled' },
    },
    'there is no trail, but a Lake store keeps the events': {
      given: evidence(trailLists(), noStores(), lakeStore('us-east-1')),
      reason: 'nothing-to-judge',
      findings: 1,
    },
  },
});

staysHonest(check, {
  'a private bucket': world({ policy: { IsPublic: false }, ownership: enforced, block: shut }),
  'a public policy': world(open),
  'a public ACL': world({ grants: to(signedIn), ownership: preferred, account: wide }),
  'a public bucket that the account blocks': world({
    ...open,
    grants: to(everyone),
    account: shut,
  }),
  'a public and a private bucket': evidence(
    trailLists(main(), trail('b', { S3BucketName: 'other' })),
    bucket(open),
    bucket({ name: 'other' }),
  ),
  'no trail': evidence(trailLists(), noStores()),
});
