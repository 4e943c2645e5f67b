import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/** Organizations `ListAccounts`, without e-mail addresses; `null` when the account is in no organization. */
export default defineEvidence({
  id: 'organizations.accounts',
  scope: 'account',
  value: z
    .array(
      z.object({
        Id: z.string(),
        Name: z.string().optional(),
        State: z.string().optional(),
        Status: z.string().optional(),
      }),
    )
    .nullable(),
  volatile: [],
  itemKey: 'Id',
});
