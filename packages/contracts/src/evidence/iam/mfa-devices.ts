import { z } from 'zod';
import { instantSchema } from '../../text.ts';
import { defineEvidence } from '../define-evidence.ts';

/**
 * IAM `ListMFADevices` of one user, without serial numbers: asked of console users whose report row says
 * that they have none. Its resource is the user name; beyond the cap the reading is `capped`.
 */
export default defineEvidence({
  id: 'iam.mfa-devices',
  scope: 'resource',
  value: z.array(z.object({ EnableDate: instantSchema.optional() })),
  volatile: [],
});
