import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/** IAM `ListOpenIDConnectProviders`: shown only, they are usually pipelines. */
export default defineEvidence({
  id: 'iam.oidc-providers',
  scope: 'account',
  value: z.array(z.object({ Arn: z.string() })),
  volatile: [],
  itemKey: 'Arn',
});
