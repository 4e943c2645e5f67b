import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/** STS `GetCallerIdentity`. */
export default defineEvidence({
  id: 'sts.caller-identity',
  scope: 'account',
  value: z.object({ Account: z.string(), Arn: z.string() }),
  volatile: ['Arn'],
});
