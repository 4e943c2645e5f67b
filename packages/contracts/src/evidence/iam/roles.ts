import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/** One statement of a trust policy: who is named, without conditions. */
export const trustStatementSchema = z.object({
  Effect: z.string().optional(),
  Action: z.array(z.string()),
  /** Principals of the kind `AWS`: account ids, ARNs, or `*`. */
  AWS: z.array(z.string()),
});

/**
 * IAM `ListRoles`: those of IAM Identity Center (path `/aws-reserved/sso.amazonaws.com/`); in a member of an
 * organization all of them, for their trust policies. `Trust` is null where the policy could not be parsed.
 */
export default defineEvidence({
  id: 'iam.roles',
  scope: 'account',
  value: z.array(
    z.object({
      Arn: z.string(),
      Path: z.string().optional(),
      Trust: z.array(trustStatementSchema).nullable(),
    }),
  ),
  volatile: [],
  itemKey: 'Arn',
});
