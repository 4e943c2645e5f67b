import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/** IAM `ListSAMLProviders`. */
export default defineEvidence({
  id: 'iam.saml-providers',
  scope: 'account',
  value: z.array(z.object({ Arn: z.string() })),
  volatile: [],
  itemKey: 'Arn',
});
