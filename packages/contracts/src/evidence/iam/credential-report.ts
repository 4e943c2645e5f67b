import { z } from 'zod';
import { instantSchema } from '../../text.ts';
import { defineEvidence } from '../define-evidence.ts';

const cell = z.string().optional();

/** One row as AWS wrote it; a column that the report lacks is absent. */
export const credentialRowSchema = z.object({
  user: z.string(),
  arn: cell,
  user_creation_time: cell,
  password_enabled: cell,
  password_last_used: cell,
  password_last_changed: cell,
  mfa_active: cell,
  access_key_1_active: cell,
  access_key_1_last_rotated: cell,
  access_key_1_last_used_date: cell,
  access_key_2_active: cell,
  access_key_2_last_rotated: cell,
  access_key_2_last_used_date: cell,
  cert_1_active: cell,
  cert_2_active: cell,
});
export type CredentialRow = z.infer<typeof credentialRowSchema>;

/** IAM `GetCredentialReport`; `misshapen` names the users whose row had another number of fields. */
export default defineEvidence({
  id: 'iam.credential-report',
  scope: 'account',
  value: z.object({
    GeneratedTime: instantSchema,
    rows: z.array(credentialRowSchema),
    misshapen: z.array(z.string()),
  }),
  volatile: [
    'GeneratedTime',
    'password_last_used',
    'access_key_1_last_used_date',
    'access_key_2_last_used_date',
  ],
  itemKey: 'user',
});
