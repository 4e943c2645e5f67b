import { z } from 'zod';
import { changeSchema } from '../changes.ts';
import { sourceSchema } from '../evidence/evidence.ts';
import { outcomeSchema, severitySchema } from '../outcome.ts';
import { standingSchema, stepIdSchema, stepStateSchema } from '../report.ts';
import { instantSchema } from '../text.ts';
import { allow } from './allow.ts';
import { subjectParams } from './findings.ts';

const changeCountsSchema = z.partialRecord(changeSchema, z.number().int());

/** What a complete scan came to. */
const figuresSchema = z.object({
  scanId: z.string(),
  /** When its reading ended. */
  at: instantSchema,
  /** The proven score; null where too little could be read. */
  score: z.number().int().nullable(),
  from: z.number().int(),
  upTo: z.number().int(),
  stepsDone: z.number().int(),
  stepsUnknown: z.number().int(),
  fails: z.partialRecord(severitySchema, z.number().int()),
  unknown: z.number().int(),
});

/** Where a line must not be read as the account's doing: another Ippo, other thresholds, other rules. */
const markSchema = z.enum(['upgrade', 'settings', 'score-model']);
export type TrendMark = z.infer<typeof markSchema>;

/** A day of a trend: its last complete scan, and all that changed on it (days are UTC). */
const trendPointSchema = figuresSchema.extend({
  /** The score over the checks that both ends of the trend have; the one to draw. */
  comparable: z.number().int().nullable(),
  /** The same before halving. */
  before: z.number().int().nullable(),
  changes: changeCountsSchema,
  marks: z.array(markSchema),
  /** First steps that are not what they were a point earlier. */
  moved: z.array(z.object({ id: stepIdSchema, from: stepStateSchema, to: stepStateSchema })),
  /** Checks that could be judged. */
  checks: z.object({ judged: z.number().int(), total: z.number().int() }),
});
export type TrendPoint = z.infer<typeof trendPointSchema>;

/** An account as a row of the overview. */
const overviewRowSchema = figuresSchema.extend({
  account: z.string(),
  organization: z.string().nullable(),
  steps: z.partialRecord(stepIdSchema, stepStateSchema),
  /** Since the complete scan before. */
  changes: changeCountsSchema,
});
export type OverviewRow = z.infer<typeof overviewRowSchema>;

/** 1 to 400; what stands in an address is text. */
const daysSchema = z
  .string()
  .regex(/^(?:[1-9]\d?|[1-3]\d\d|400)$/)
  .default('90')
  .transform(Number);

/** Figures over time, and over accounts. */
export const trendEndpoints = {
  trend: allow('read')
    .route({
      method: 'GET',
      path: '/trend',
      summary: 'One account over time, a point for each day with a complete scan, oldest first',
    })
    .input(subjectParams.extend({ days: daysSchema }))
    .output(
      z.object({
        account: z.string(),
        source: sourceSchema,
        /** Checks that both ends have. */
        checks: z.array(z.string()),
        points: z.array(trendPointSchema),
      }),
    ),
  overview: allow('read')
    .route({
      method: 'GET',
      path: '/overview',
      summary: 'Every account of one kind of source: steps done everywhere, the lowest score first',
    })
    .input(subjectParams.pick({ source: true }))
    .output(
      z.object({
        source: sourceSchema.shape.kind.nullable(),
        /** Steps done or not needed in every account. */
        stepsDone: z.number().int(),
        steps: z.array(
          z.object({ id: stepIdSchema, done: z.number().int(), unknown: z.number().int() }),
        ),
        accounts: z.array(overviewRowSchema),
        /** Checks on an organization, once each, from the account that sees most of it. */
        organizations: z.array(
          z.object({
            organization: z.string(),
            account: z.string(),
            checks: z.array(
              z.object({ id: z.string(), outcome: outcomeSchema, standing: standingSchema }),
            ),
          }),
        ),
      }),
    ),
};
