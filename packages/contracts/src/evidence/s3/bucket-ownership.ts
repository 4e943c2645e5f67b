import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/**
 * S3 `GetBucketOwnershipControls`; `null` where none are set, so that ACLs are in force. Its
 * resource is the bucket name.
 */
export default defineEvidence({
  id: 's3.bucket-ownership',
  scope: 'resource',
  value: z
    .object({ Rules: z.array(z.object({ ObjectOwnership: z.string().optional() })) })
    .nullable(),
  volatile: [],
});
