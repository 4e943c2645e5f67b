import { z } from 'zod';
import { instantSchema } from '../../text.ts';
import { defineEvidence } from '../define-evidence.ts';

/**
 * GuardDuty `ListFindings` (severity 7 or more, not archived) and `GetFindings`; its resource is the detector
 * id. `Sample` is the flag inside `Service.AdditionalInfo.Value`, null where that could not be parsed.
 */
export default defineEvidence({
  id: 'guardduty.findings',
  scope: 'resource',
  value: z.array(
    z.object({
      Id: z.string(),
      AccountId: z.string().optional(),
      Severity: z.number().optional(),
      Type: z.string().optional(),
      CreatedAt: instantSchema.optional(),
      Archived: z.boolean().optional(),
      Sample: z.boolean().nullable(),
    }),
  ),
  volatile: [],
  itemKey: 'Id',
});
