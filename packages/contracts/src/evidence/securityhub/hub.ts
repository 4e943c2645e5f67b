import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/** Security Hub `DescribeHub`; `null` where it is not enabled. */
export default defineEvidence({
  id: 'securityhub.hub',
  scope: 'region',
  value: z.object({ HubArn: z.string() }).nullable(),
  volatile: [],
});
