import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

const count = z.number().optional();

/** IAM `GetAccountSummary`, the counts that checks use (botocore shape `summaryKeyType`). */
export default defineEvidence({
  id: 'iam.account-summary',
  scope: 'account',
  value: z.object({
    AccountMFAEnabled: count,
    AccountAccessKeysPresent: count,
    AccountPasswordPresent: count,
    AccountSigningCertificatesPresent: count,
    Users: count,
  }),
  volatile: ['Users'],
});
