import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/**
 * S3 `GetBucketAcl`: grants by group, without owners and e-mail addresses. Its resource is the
 * bucket name.
 */
export default defineEvidence({
  id: 's3.bucket-acl',
  scope: 'resource',
  value: z.object({
    Grants: z.array(z.object({ URI: z.string().optional(), Permission: z.string().optional() })),
  }),
  volatile: [],
});
