import { z } from 'zod';
import { sourceSchema } from './evidence/evidence.ts';
import { instantSchema } from './text.ts';

/**
 * An owner's word that a Region is closed on purpose by an SCP, beside the proof of a scan (checks.md 0.3).
 * It ends when an owner takes it back, or with the first scan in which any call there is answered.
 */
export const closedRegionSchema = z.object({
  id: z.string(),
  account: z.string(),
  source: sourceSchema.shape.kind,
  region: z.string(),
  reason: z.string(),
  confirmed: z.object({ by: z.string(), at: instantSchema }),
  /** Null while it holds; `by` is null where a scan was answered there. */
  ended: z.object({ by: z.string().nullable(), at: instantSchema }).nullable(),
});
export type ClosedRegion = z.infer<typeof closedRegionSchema>;

/** Which Region an owner says is closed, and why. */
export const newClosedRegionSchema = z.object({
  region: z.string().regex(/^[a-z]{2,}(?:-[a-z]+)+-\d+$/),
  reason: z.string().trim().min(10).max(500),
});
