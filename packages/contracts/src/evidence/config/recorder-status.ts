import { z } from 'zod';
import { instantSchema } from '../../text.ts';
import { defineEvidence } from '../define-evidence.ts';

/** Config `DescribeConfigurationRecorderStatus`. */
export default defineEvidence({
  id: 'config.recorder-status',
  scope: 'region',
  value: z.array(
    z.object({
      name: z.string(),
      recording: z.boolean().optional(),
      lastStatus: z.string().optional(),
      lastStartTime: instantSchema.optional(),
      lastStopTime: instantSchema.optional(),
      lastErrorCode: z.string().optional(),
      lastErrorMessage: z.string().optional(),
    }),
  ),
  volatile: [],
  itemKey: 'name',
});
