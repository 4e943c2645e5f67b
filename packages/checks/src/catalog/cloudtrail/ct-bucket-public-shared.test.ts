import { trail, trailLists } from '../../testing/aws-literals.ts';
import { bucketKinds } from '../../testing/bucket-literals.ts';
import { checkCases } from '../../testing/check-cases.ts';
import { evidence, MANAGEMENT, refused } from '../../testing/evidence.ts';
import check from './ct-bucket-public.ts';

const own = trail('own', { S3BucketName: 'logs' });
const ofOrganization = trail('org', {
  S3BucketName: 'logs',
  IsOrganizationTrail: true,
  account: MANAGEMENT,
});

checkCases(check, {
  unknown: {
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
