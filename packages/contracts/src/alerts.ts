import { z } from 'zod';
import { instantSchema } from './text.ts';

/** What must not wait for the weekly review; each stays for as long as it is true. */
export const alertSchema = z.discriminatedUnion('kind', [
  /** GuardDuty reports something serious: an incident, not posture. */
  z.object({
    kind: z.literal('threats'),
    since: instantSchema,
    findings: z.number().int(),
    regions: z.array(z.string()),
  }),
  /** Critical checks that were judged before and are unknown. */
  z.object({
    kind: z.literal('critical-unknown'),
    since: instantSchema,
    checks: z.array(z.string()),
  }),
  /** Regions that answered before and do not. */
  z.object({ kind: z.literal('regions-dark'), since: instantSchema, regions: z.array(z.string()) }),
  /** Fewer checks judged, or more answers missing, than in the complete scan before. */
  z.object({
    kind: z.literal('coverage-fell'),
    since: instantSchema,
    checks: z.object({
      before: z.number().int(),
      after: z.number().int(),
      total: z.number().int(),
    }),
    /** Answers that were asked for and did not come. */
    missing: z.object({ before: z.number().int(), after: z.number().int() }),
  }),
]);
export type Alert = z.infer<typeof alertSchema>;
