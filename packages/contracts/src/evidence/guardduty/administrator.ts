import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/**
 * GuardDuty `GetAdministratorAccount`: whose administrator handles the findings; `null` where
 * nobody does.
 */
export default defineEvidence({
  id: 'guardduty.administrator',
  scope: 'region',
  value: z.object({ AccountId: z.string() }).nullable(),
  volatile: [],
});
