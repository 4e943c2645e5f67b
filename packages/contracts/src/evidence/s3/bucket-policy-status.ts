import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/**
 * S3 `GetBucketPolicyStatus`; `null` where the bucket has no policy. Its resource is the
 * bucket name.
 */
export default defineEvidence({
  id: 's3.bucket-policy-status',
  scope: 'resource',
  value: z.object({ IsPublic: z.boolean().optional() }).nullable(),
  volatile: [],
});
