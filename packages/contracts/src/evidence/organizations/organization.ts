import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/** Organizations `DescribeOrganization`; `null` when AWS says that the account is in none. */
export default defineEvidence({
  id: 'organizations.organization',
  scope: 'account',
  value: z
    .object({
      Id: z.string(),
      MasterAccountId: z.string().optional(),
      FeatureSet: z.string().optional(),
    })
    .nullable(),
  volatile: [],
});
