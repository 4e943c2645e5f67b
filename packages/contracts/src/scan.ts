import { z } from 'zod';
import { sourceSchema } from './evidence/evidence.ts';
import { problemCodes, type ProblemCode } from './problem.ts';
import { readingReasonSchema } from './reading.ts';
import { instantSchema } from './text.ts';

/**
 * What a scan looks at, as the id of a connection: `aws` is the account of this machine's credentials,
 * `demo` the simulated one, any other id an account that the owner connected.
 */
export const scanTargetSchema = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);
export type ScanTarget = z.infer<typeof scanTargetSchema>;

/** `interrupted` is a scan whose process ended before it did. */
export const scanStatuses = [
  'waiting',
  'running',
  'complete',
  'cancelled',
  'budget-spent',
  'failed',
  'interrupted',
] as const;
export const scanStatusSchema = z.enum(scanStatuses);
export type ScanStatus = z.infer<typeof scanStatusSchema>;

/** One lane of calls: a region, or `global`. */
export const laneSchema = z.object({
  region: z.string(),
  total: z.number().int(),
  answered: z.number().int(),
  refused: z.number().int(),
  inFlight: z.number().int(),
});
export type Lane = z.infer<typeof laneSchema>;

/** How far a scan is: readings as lanes per region, and what was refused so far. */
export const scanProgressSchema = z.object({
  done: z.number().int(),
  total: z.number().int(),
  lanes: z.array(laneSchema),
  /** `service:Operation` in flight, a few. */
  now: z.array(z.object({ operation: z.string(), region: z.string() })),
  refusals: z.array(
    z.object({
      action: z.string(),
      region: z.string(),
      reason: readingReasonSchema,
      count: z.number().int(),
    }),
  ),
});
export type ScanProgress = z.infer<typeof scanProgressSchema>;

/** A scan as its page shows it. */
export const scanSchema = z.object({
  id: z.string(),
  target: scanTargetSchema,
  status: scanStatusSchema,
  source: sourceSchema.nullable(),
  account: z.string().nullable(),
  createdAt: instantSchema,
  startedAt: instantSchema.nullable(),
  finishedAt: instantSchema.nullable(),
  /** When retention took its evidence and reports away. */
  prunedAt: instantSchema.nullable(),
  startedBy: z.string().nullable(),
  problem: z.enum(problemCodes as [ProblemCode, ...ProblemCode[]]).nullable(),
  progress: scanProgressSchema.nullable(),
});
export type Scan = z.infer<typeof scanSchema>;
