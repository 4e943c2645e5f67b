import { z } from 'zod';
import { evidenceIds, type EvidenceId } from './evidence/evidence.ts';
import { readingReasonSchema } from './reading.ts';
import { instantSchema } from './text.ts';

/** One IAM action, as real calls found it. */
export const permissionSchema = z.object({
  action: z.string(),
  /** `not-tried`: what it would be asked about does not exist, or could not be seen. */
  result: z.enum(['granted', 'refused', 'not-tried']),
  /** Why it was refused, and where; the first refusal by region. */
  refusal: z.object({ reason: readingReasonSchema, region: z.string() }).optional(),
  /** Every region in which it was tried. */
  tried: z.array(
    z.object({
      region: z.string(),
      outcome: z.union([z.literal('answered'), readingReasonSchema]),
    }),
  ),
  /** The kinds of evidence that need it. */
  unlocks: z.array(z.enum(evidenceIds as [EvidenceId, ...EvidenceId[]])),
});
export type PermissionResult = z.infer<typeof permissionSchema>;

/** What one real call of each operation showed, in the start region and one other. */
export const preflightSchema = z.object({
  account: z.string(),
  caller: z.string(),
  at: instantSchema,
  startRegion: z.string(),
  /** The region that was tried besides; `null` where the account has one only. */
  otherRegion: z.string().nullable(),
  permissions: z.array(permissionSchema),
});
export type Preflight = z.infer<typeof preflightSchema>;

/** A preflight for a reader: with each permission, the checks that stay unknown without it. */
export const preflightWithChecksSchema = preflightSchema.extend({
  permissions: z.array(permissionSchema.extend({ checks: z.array(z.string()) })),
});
export type PreflightWithChecks = z.infer<typeof preflightWithChecksSchema>;
