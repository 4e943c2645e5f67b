import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/** Security Hub `ListEnabledProductsForImport` (ARNs), where the hub exists. */
export default defineEvidence({
  id: 'securityhub.enabled-products',
  scope: 'region',
  value: z.array(z.string()),
  volatile: [],
});
