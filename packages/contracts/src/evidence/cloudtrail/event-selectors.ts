import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

const strings = z.array(z.string()).optional();

export const advancedSelectorSchema = z.object({
  Name: z.string().optional(),
  FieldSelectors: z
    .array(
      z.object({
        Field: z.string(),
        Equals: strings,
        StartsWith: strings,
        EndsWith: strings,
        NotEquals: strings,
        NotStartsWith: strings,
        NotEndsWith: strings,
      }),
    )
    .optional(),
});
export type AdvancedSelector = z.infer<typeof advancedSelectorSchema>;

export const eventSelectorSchema = z.object({
  ReadWriteType: z.string().optional(),
  IncludeManagementEvents: z.boolean().optional(),
  ExcludeManagementEventSources: strings,
});
export type EventSelector = z.infer<typeof eventSelectorSchema>;

/** CloudTrail `GetEventSelectors`: asked unless the trail says that it has no custom selectors. */
export default defineEvidence({
  id: 'cloudtrail.event-selectors',
  scope: 'resource',
  value: z.object({
    EventSelectors: z.array(eventSelectorSchema).optional(),
    AdvancedEventSelectors: z.array(advancedSelectorSchema).optional(),
  }),
  volatile: [],
});
