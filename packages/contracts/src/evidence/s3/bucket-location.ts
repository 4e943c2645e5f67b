import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/**
 * S3 `GetBucketLocation`: where a trail's bucket lives; without a constraint it is us-east-1.
 * Its resource is the bucket name.
 */
export default defineEvidence({
  id: 's3.bucket-location',
  scope: 'resource',
  value: z.object({ LocationConstraint: z.string().optional() }),
  volatile: [],
});
