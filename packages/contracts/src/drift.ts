import { z } from 'zod';
import { changeSchema } from './changes.ts';
import { outcomeSchema, severitySchema } from './outcome.ts';
import {
  reasonSchema,
  regionStateSchema,
  standingSchema,
  stepIdSchema,
  stepStateSchema,
} from './report.ts';
import { instantSchema } from './text.ts';

/** One end of a comparison: a scan as its report tells it. */
const driftEndSchema = z.object({
  finishedAt: instantSchema,
  catalogueDigest: z.string(),
  scoreModel: z.string(),
  /** Over the checks that both reports have; null where too little could be read. */
  score: z.number().int().nullable(),
  upTo: z.number().int(),
  stepsDone: z.number().int(),
});

/** What a finding was at one end; null where it was not there. */
const driftSideSchema = z
  .object({
    outcome: outcomeSchema,
    severity: severitySchema,
    blocked: z.boolean(),
    reason: reasonSchema,
  })
  .nullable();

/** A finding that is not the same at both ends. */
export const driftFindingSchema = z.object({
  fingerprint: z.string(),
  check: z.string(),
  region: z.string().optional(),
  resource: z.string().optional(),
  facet: z.string().optional(),
  /** `persisting`: the same outcome for another reason. */
  change: changeSchema,
  /** Whether its prerequisite fails, at the one end and not at the other. */
  blocked: z.enum(['began', 'ended']).optional(),
  before: driftSideSchema,
  after: driftSideSchema,
});
export type DriftFinding = z.infer<typeof driftFindingSchema>;

/** The difference of two reports of one account: what AWS showed differently, apart from what is ours. */
export const driftSchema = z.object({
  before: driftEndSchema,
  after: driftEndSchema,
  findings: z.array(driftFindingSchema),
  counts: z.partialRecord(changeSchema, z.number().int()),
  checks: z.array(z.object({ id: z.string(), before: standingSchema, after: standingSchema })),
  steps: z.array(z.object({ id: stepIdSchema, before: stepStateSchema, after: stepStateSchema })),
  regions: z.array(
    z.object({
      name: z.string(),
      before: regionStateSchema.nullable(),
      after: regionStateSchema.nullable(),
    }),
  ),
  /** What came with another version of Ippo: its findings are not among the others. */
  ours: z.object({
    /** Whether the rules differ at all. */
    rulesDiffer: z.boolean(),
    added: z.array(z.string()),
    removed: z.array(z.string()),
  }),
});
export type Drift = z.infer<typeof driftSchema>;
