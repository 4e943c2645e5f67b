import type { EvidenceReading } from '@ippo/contracts';
import { noStores, trail, trailLists } from '../../testing/aws-literals.ts';
import {
  bucket,
  bucketKinds,
  everyone,
  preferred,
  to,
  type Bucket,
} from '../../testing/bucket-literals.ts';
import { checkCases } from '../../testing/check-cases.ts';
import { evidence, MANAGEMENT, refused } from '../../testing/evidence.ts';
import check from './ct-bucket-public.ts';

const own = trail('own', { S3BucketName: 'logs' });
const ofOrganization = trail('org', {
  S3BucketName: 'logs',
  IsOrganizationTrail: true,
  account: MANAGEMENT,
});

function world(is: Bucket, ...changes: readonly EvidenceReading[]) {
  return evidence(trailLists(own), noStores(), bucket(is), changes);
}

/** A bucket whose policy status was refused with this error. */
function policyRefused(detail: string) {
  const reading = refused('s3.bucket-policy-status', 'unexpected', { resource: 'logs' });
  return world({}, { ...reading, ...{ detail } });
}

checkCases(check, {
  fails: {
    'an object’s writer owns it, so the ACL is in force': {
      given: world({
        grants: to(everyone),
        ownership: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
      }),
      reason: 'bucket-public',
      findings: 1,
    },
    'one of two ownership rules keeps the ACL in force': {
      given: world({
        grants: to(everyone),
        ownership: { Rules: [...preferred.Rules, { ObjectOwnership: 'Somebody' }] },
      }),
      reason: 'bucket-public',
      findings: 1,
    },
  },
  unknown: {
    'the ownership rule does not say who owns': {
      given: world({ grants: to(everyone), ownership: { Rules: [{}] } }),
      reason: 'not-read',
      readingReason: 'malformed',
      findings: 1,
    },
    'the newer name of the error says that the bucket is gone': {
      given: policyRefused('NoSuchBucketException'),
      reason: 'bucket-not-readable',
      findings: 1,
    },
    ...Object.fromEntries(
      ['NoSuchBucketPolicy', 'NotNoSuchBucket', 'NoSuchKey'].map((detail) => [
        `the error ${detail} does not say that the bucket is gone`,
        {
          given: policyRefused(detail),
          reason: 'not-read',
          readingReason: 'unexpected',
          findings: 1,
        },
      ]),
    ),
    'an own and an organization’s trail share a bucket that nobody here can read': {
      given: evidence(
        trailLists(own, ofOrganization),
        bucketKinds.map((kind) => refused(kind, 'denied', { resource: 'logs' })),
      ),
      reason: 'foreign-bucket',
      findings: 1,
    },
  },
});
