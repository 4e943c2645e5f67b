import { z } from 'zod';
import { auditRowSchema } from './audit.ts';
import { evidenceRefSchema, scanReportSchema } from './report.ts';
import { sourceSchema } from './evidence/evidence.ts';
import { exceptionSchema, exceptionStateSchema } from './exceptions.ts';
import { attestationSchema, settingsSchema } from './inputs.ts';
import { unitSchema } from './outcome.ts';
import { readingReasonSchema } from './reading.ts';
import { instantSchema } from './text.ts';
import { thresholdNames } from './thresholds.ts';

const count = z.number().int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What an auditor writes on the cover; an empty one is a line to fill in by hand. */
export const coverSchema = z.object({
  /** 対象期間: the period that the audit is about. */
  period: z.string().trim().max(200).default(''),
  /** 評価基準日: the day as of which is assessed. */
  basisDate: z.string().trim().max(200).default(''),
  /** 作成者. */
  preparedBy: z.string().trim().max(200).default(''),
  /** 承認者. */
  approvedBy: z.string().trim().max(200).default(''),
  /** The auditor's own number of the control. */
  controlId: z.string().trim().max(200).default(''),
});
export type Cover = z.infer<typeof coverSchema>;

/** One scan of the period: what it left and its place in the chain of the account's scans. */
export const assessedScanSchema = z.object({
  id: z.string(),
  number: z.number().int(),
  startedAt: instantSchema.nullable(),
  finishedAt: instantSchema.nullable(),
  status: z.string(),
  /** True where retention took its evidence away; its digests stay. */
  pruned: z.boolean(),
  evidenceDigest: sha256.nullable(),
  reportDigest: sha256.nullable(),
  firstStepsDone: count.nullable(),
  score: z.number().int().nullable(),
  /** Why it did not end well: a code; null where it did. */
  problem: z.string().nullable().default(null),
  /** Source, world or address, and account, with a space between: what its link is about; null before its end. */
  chain: z.string().nullable().default(null),
  chainPosition: z.number().int().nullable(),
  previousLink: sha256.nullable(),
  /**
   * SHA-256 of the canonical JSON of `scan` (its id), `chain`, `status`, `problem`, `previousLink`,
   * `evidenceDigest` and `finishedAt`.
   */
  link: sha256.nullable(),
});
export type AssessedScan = z.infer<typeof assessedScanSchema>;

/**
 * What was looked at, counted: users, Regions, trails … and the calls that the count rests on. `count` is
 * null where it could not be read whole.
 */
export const populationSchema = z.object({
  /** `users`, `regions`, `trails` …: the evidence type or thing that is counted. */
  id: z.string(),
  count: count.nullable(),
  /** How many were seen all the same: at least so many there are. Equals `count` where it was read whole. */
  seen: count,
  /** Why it could not be read whole; empty where it could. */
  unread: z.array(
    z.object({ region: z.string(), action: z.string(), reason: readingReasonSchema }),
  ),
  calls: z.array(evidenceRefSchema),
});
export type Population = z.infer<typeof populationSchema>;

/**
 * One line of the statement of completeness:
 * `units + scopes = pass + fail + unknown + manual + notApplicable`. Blocked ones are among those and
 * counted apart.
 */
export const completenessSchema = z.object({
  check: z.string(),
  unit: unitSchema,
  units: count,
  /** Scopes without a unit: a Region or account where there was nothing of the kind, or it was not readable. */
  scopes: count,
  pass: count,
  fail: count,
  unknown: count,
  manual: count,
  notApplicable: count,
  blocked: count,
});
export type Completeness = z.infer<typeof completenessSchema>;

/** An accepted risk as it stood as of the assessment: later approvals and ends do not count. */
export const assessedExceptionSchema = exceptionSchema.omit({ yours: true, covers: true }).extend({
  /** 12 digits, or its mask. */
  account: z.string(),
  /** Region codes, or `global`; null is every Region. */
  regions: z.array(z.string()).nullable(),
  /** ARN or id, exactly as the finding names it, or its mask; null is every resource. */
  resource: z.string().nullable(),
  state: exceptionStateSchema,
  /** The fails of this report that lie in its scope, whatever its state. */
  fingerprints: z.array(z.string()),
});
export type AssessedException = z.infer<typeof assessedExceptionSchema>;

/**
 * The auditor's report of one account as of one scan, without any sentence: what every format renders.
 * All instants are UTC; the same data gives the same bytes in every format.
 */
export const assessmentSchema = z.object({
  format: z.literal('ippo-assessment-1'),
  made: z.object({
    at: instantSchema,
    /** The name of who made the file. */
    by: z.string(),
    /** Ippo's version. */
    version: z.string(),
  }),
  cover: coverSchema,
  /** True where names and ids are masked and no evidence comes with it: it cannot be recomputed. */
  redacted: z.boolean(),
  source: sourceSchema,
  account: z.string(),
  /** What its connection is called; null where nobody named it. */
  accountName: z.string().nullable(),
  organization: z.string().nullable(),
  partition: z.string(),
  /** The scan that is assessed. */
  scan: assessedScanSchema.extend({
    trigger: z.string(),
    /** The name of who started it; null for a schedule. */
    startedBy: z.string().nullable(),
    ended: scanReportSchema.shape.ended,
  }),
  /** From inclusive, to exclusive; null where one scan is the whole scope. */
  period: z.object({ from: instantSchema, to: instantSchema }).nullable(),
  /** Scans of the period, oldest first; the assessed one alone where there is no period. */
  scans: z.array(assessedScanSchema),
  /** ARN that AWS said the reading identity has. */
  caller: z.string(),
  engine: scanReportSchema.shape.engine,
  /** When it was judged, which is also when people's answers and accepted risks counted. */
  judgedAt: instantSchema,
  evidenceDigest: sha256,
  /** SHA-256 of the canonical JSON of the scan's report. */
  reportDigest: sha256,
  clockSkewSeconds: z.number().int(),
  /** The span of what was read; nulls where nothing was. */
  readings: z.object({
    first: instantSchema.nullable(),
    last: instantSchema.nullable(),
    calls: count,
    answered: count,
    refused: count,
  }),
  /** How old the IAM credential report was when the scan ended; null where none was asked for. */
  credentialReport: z
    .discriminatedUnion('readable', [
      z.object({ readable: z.literal(true), generatedAt: instantSchema, ageMinutes: count }),
      z.object({
        readable: z.literal(false),
        action: z.string(),
        reason: readingReasonSchema,
      }),
    ])
    .nullable(),
  thresholds: z.object({
    values: settingsSchema,
    /** Every change before `made.at`, oldest first; `by` is null where the person is no longer known. */
    changes: z.array(
      z.object({
        at: instantSchema,
        by: z.string().nullable(),
        name: z.enum(thresholdNames),
        from: z.number(),
        to: z.number(),
      }),
    ),
  }),
  regions: scanReportSchema.shape.regions,
  regionsAssumed: z.boolean(),
  unreadable: scanReportSchema.shape.unreadable,
  populations: z.array(populationSchema),
  firstSteps: scanReportSchema.shape.firstSteps,
  score: scanReportSchema.shape.score,
  coverage: scanReportSchema.shape.coverage,
  completeness: z.array(completenessSchema),
  checks: scanReportSchema.shape.checks,
  exceptions: z.array(assessedExceptionSchema),
  attestations: z.array(attestationSchema),
  /** Who did what here about this account (scans, exports, risks, answers, limits), oldest first. */
  auditTrail: z.array(auditRowSchema),
});
export type Assessment = z.infer<typeof assessmentSchema>;
