import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/** EventBridge `ListRules` of the default bus: those with an event pattern. */
export default defineEvidence({
  id: 'events.rules',
  scope: 'region',
  value: z.array(
    z.object({
      Name: z.string(),
      Arn: z.string(),
      State: z.string().optional(),
      EventPattern: z.string(),
      ManagedBy: z.string().optional(),
    }),
  ),
  volatile: [],
  itemKey: 'Name',
});
