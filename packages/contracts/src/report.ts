import { z } from 'zod';
import { scanEndSchema, sourceSchema } from './evidence/evidence.ts';
import { settingsSchema } from './inputs.ts';
import {
  aggregateSchema,
  measureSchema,
  outcomeSchema,
  severitySchema,
  unitSchema,
} from './outcome.ts';
import { readingReasonSchema } from './reading.ts';
import { instantSchema, sentenceParamsSchema } from './text.ts';

/** Why an outcome is what it is: a code with parameters; the sentence comes from the catalogue. */
export const reasonSchema = z.object({ code: z.string(), params: sentenceParamsSchema });
export type Reason = z.infer<typeof reasonSchema>;

/** One answer of AWS that a finding rests on; `requestId` and `digest` are null where none came. */
export const evidenceRefSchema = z.object({
  operation: z.string(),
  region: z.string(),
  at: instantSchema,
  requestId: z.string().nullable(),
  digest: z.string().nullable(),
});
export type EvidenceRef = z.infer<typeof evidenceRefSchema>;

/** One outcome of one check on one unit, or on a scope that has no unit. */
export const findingSchema = z.object({
  /** SHA-256 (hex) of what the finding is about: the same in every scan. */
  fingerprint: z.string(),
  outcome: outcomeSchema,
  unit: unitSchema,
  region: z.string().optional(),
  /** ARN or, without one, a name. */
  resource: z.string().optional(),
  /** What tells units apart where the resource does not. */
  facet: z.string().optional(),
  /** Shown severity, where a check lowers it for this finding; the weight never moves. */
  severity: severitySchema.optional(),
  reason: reasonSchema,
  evidence: z.array(evidenceRefSchema),
});
export type Finding = z.infer<typeof findingSchema>;

/** A check's place in the score: it counts as met, as not met, or leaves the sum. */
export const standingSchema = z.enum(['met', 'not-met', 'out']);
export type Standing = z.infer<typeof standingSchema>;

/** One check's result: the roll-up and the findings below it. */
export const checkResultSchema = z.object({
  id: z.string(),
  severity: severitySchema,
  /** Weight in the score; 0 for what is an incident rather than posture. */
  weight: z.number(),
  measure: measureSchema,
  unit: unitSchema,
  aggregate: aggregateSchema,
  dependsOn: z.array(z.string()),
  outcome: outcomeSchema,
  reason: reasonSchema,
  standing: standingSchema,
  /** True when some unit's prerequisite failed. */
  blocked: z.boolean(),
  /** First steps done and proven score if only this check were met; null where no score is shown. */
  ifMet: z.object({ score: z.number().int().nullable(), done: z.number().int() }).nullable(),
  findings: z.array(findingSchema),
});
export type CheckResult = z.infer<typeof checkResultSchema>;

export const regionStates = [
  'enabled',
  'not-enabled',
  'changing',
  'unreachable',
  'scp-denied',
  'out-of-scope',
  'assumed',
] as const;
export const regionStateSchema = z.enum(regionStates);
/** A state of checks.md 0.3. */
export type RegionState = z.infer<typeof regionStateSchema>;

export const stepIds = [
  'own-accounts',
  'root-mfa',
  'root-access-key',
  'root-unused',
  'trail',
  'config',
  'guardduty',
] as const;
export const stepIdSchema = z.enum(stepIds);
export type StepId = z.infer<typeof stepIdSchema>;
export const stepStateSchema = z.enum(['done', 'not-done', 'unknown', 'not-needed']);
export type StepState = z.infer<typeof stepStateSchema>;

const judgedSchema = z.object({ judged: z.number().int(), total: z.number().int() });

/** The judgement of one scan: codes and parameters only, canonical, the same for the same inputs. */
export const scanReportSchema = z.object({
  format: z.literal(1),
  engine: z.object({
    version: z.string(),
    /** SHA-256 (hex) of every check's id, version and rules. */
    catalogueDigest: z.string(),
    scoreModel: z.string(),
  }),
  /** The limits that it was judged by; reports from before they were noted lack them. */
  settings: settingsSchema.optional(),
  source: sourceSchema,
  account: z.string().regex(/^\d{12}$/),
  partition: z.string(),
  caller: z.string(),
  startedAt: instantSchema,
  finishedAt: instantSchema,
  ended: scanEndSchema,
  clockSkewSeconds: z.number().int(),
  evidenceDigest: z.string(),
  /** Every region of the list; `answered` of `total` readings there were answered. */
  regions: z.array(
    z.object({
      name: z.string(),
      state: regionStateSchema,
      answered: z.number().int(),
      total: z.number().int(),
    }),
  ),
  /** True where AWS's region list could not be read and the partition's defaults stand in. */
  regionsAssumed: z.boolean(),
  firstSteps: z.object({
    /** Done or not needed. */
    done: z.number().int(),
    unknown: z.number().int(),
    total: z.literal(7),
    items: z.array(
      z.object({ id: stepIdSchema, state: stepStateSchema, checks: z.array(z.string()) }),
    ),
  }),
  score: z.object({
    /** The proven score, or null where less than 80 % of the weight could be read. */
    value: z.number().int().nullable(),
    /** The proven score without the factor. */
    before: z.number().int().nullable(),
    from: z.number().int(),
    upTo: z.number().int(),
    factor: z.union([z.literal(1), z.literal(0.5)]),
    /** Critical checks that are not met. */
    because: z.array(z.string()),
    /** Share of the weight that could be read, 0 to 1. */
    readShare: z.number(),
  }),
  coverage: z.object({
    checks: judgedSchema,
    units: judgedSchema,
    readings: z.object({ answered: z.number().int(), total: z.number().int() }),
  }),
  unreadable: z.array(
    z.object({
      action: z.string(),
      region: z.string(),
      reason: readingReasonSchema,
      /** Checks that needed it. */
      checks: z.array(z.string()),
      count: z.number().int(),
    }),
  ),
  checks: z.array(checkResultSchema),
});
export type ScanReport = z.infer<typeof scanReportSchema>;
