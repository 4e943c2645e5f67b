import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/** S3 Control `GetPublicAccessBlock` of the account; `null` where none is set. */
export default defineEvidence({
  id: 's3control.account-public-access-block',
  scope: 'account',
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
