import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/**
 * S3 `GetPublicAccessBlock` of a bucket; `null` where none is set. Its resource is the bucket
 * name.
 */
export default defineEvidence({
  id: 's3.bucket-public-access-block',
  scope: 'resource',
  value: z
    .object({
      BlockPublicAcls: z.boolean().optional(),
      IgnorePublicAcls: z.boolean().optional(),
      BlockPublicPolicy: z.boolean().optional(),
      RestrictPublicBuckets: z.boolean().optional(),
    })
    .nullable(),
  volatile: [],
});
