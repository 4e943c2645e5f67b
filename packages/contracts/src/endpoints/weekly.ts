import { z } from 'zod';
import { alertSchema } from '../alerts.ts';
import { sourceSchema } from '../evidence/evidence.ts';
import { isoWeekSchema } from '../iso-week.ts';
import { reasonSchema, regionStateSchema, stepIdSchema, stepStateSchema } from '../report.ts';
import { instantSchema } from '../text.ts';
import { weekChangeSchema, weekHeadlineSchema } from '../weekly.ts';
import { allow } from './allow.ts';
import { subjectParams } from './findings.ts';

/** An IANA time zone: by its clock a week begins. That it exists is checked on the server. */
const zoneSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/);

/** One end of a week: a complete scan in figures. */
const weekEndSchema = z.object({
  scanId: z.string(),
  at: instantSchema,
  /** The proven score; null where too little could be read. */
  score: z.number().int().nullable(),
  /** The same before halving. */
  before: z.number().int().nullable(),
  from: z.number().int(),
  upTo: z.number().int(),
  /** Critical checks that are not met. */
  because: z.array(z.string()),
  stepsDone: z.number().int(),
  stepsUnknown: z.number().int(),
  steps: z.array(z.object({ id: stepIdSchema, state: stepStateSchema })),
  /** Checks that could not be judged. */
  unknown: z.array(z.string()),
  /** Enabled Regions, and the state of each that gave no answer; null where that was not kept. */
  regions: z
    .object({ total: z.number().int(), unread: z.record(z.string(), regionStateSchema) })
    .nullable(),
  checks: z.object({ judged: z.number().int(), total: z.number().int() }),
  /** SHA-256 (hex) of the report's canonical JSON; null where retention took it away. */
  digest: z.string().nullable(),
});
export type WeekEnd = z.infer<typeof weekEndSchema>;

/** What became of one check's findings in the week. */
const weekItemSchema = weekChangeSchema.extend({
  /** At most four: Region codes, or resources by ARN or name. */
  names: z.array(z.string()),
  /** The reason that all of them have now; null where they differ. */
  reason: reasonSchema.nullable(),
  /** When the scan that saw it first, and last, was judged. */
  since: instantSchema,
  until: instantSchema,
  /** Places of the check that still fail. */
  left: z.number().int(),
  /** Checks that cannot be met any more because of it. */
  blocks: z.number().int(),
  /** The finding, where there is one alone. */
  fingerprint: z.string().nullable(),
});
export type WeekItem = z.infer<typeof weekItemSchema>;

/** That somebody looked at a week. */
const weekReviewSchema = z.object({
  by: z.string(),
  at: instantSchema,
  note: z.string().nullable(),
  /** Until then it can be undone. */
  undoUntil: instantSchema,
});
export type WeekReview = z.infer<typeof weekReviewSchema>;

/** `open`: it runs, or ended less than a week ago, and nobody reviewed it yet. */
export const weekStateSchema = z.enum(['reviewed', 'open', 'missed', 'no-scan']);
export type WeekState = z.infer<typeof weekStateSchema>;

const pastWeekSchema = z.object({
  week: isoWeekSchema,
  state: weekStateSchema,
  review: weekReviewSchema.nullable(),
});
export type PastWeek = z.infer<typeof pastWeekSchema>;

export const longestReviewNote = 2_000;

const weekSchema = z.object({
  account: z.string(),
  source: sourceSchema,
  week: isoWeekSchema,
  zone: zoneSchema,
  from: instantSchema,
  until: instantSchema,
  /** Whether the week runs now. */
  current: z.boolean(),
  state: weekStateSchema,
  review: weekReviewSchema.nullable(),
  /** The last complete scan before the week, else the first of it; null where there is none. */
  was: weekEndSchema.nullable(),
  /** The last complete scan of the week. */
  now: weekEndSchema.nullable(),
  headline: weekHeadlineSchema,
  worse: z.array(weekItemSchema),
  better: z.array(weekItemSchema),
  /** Checks that could be judged then and not now. */
  lost: z.array(z.string()),
  /** Failing findings whose resource is gone: not fixed, so not counted as better. */
  gone: z.number().int(),
  /** What is ours: other rules or thresholds at the two ends. */
  ours: z.object({ rulesDiffer: z.boolean(), settingsDiffer: z.boolean() }),
  /** The most useful thing to do, as of the last scan of the week; null where nothing is left. */
  next: z
    .object({
      check: z.string(),
      score: z.object({ from: z.number().int(), to: z.number().int() }).nullable(),
      steps: z.object({ from: z.number().int(), to: z.number().int() }).nullable(),
      /** Regions that have to be read, too, before any of it counts. */
      unread: z.number().int(),
      /** The first step that it is part of. */
      step: stepIdSchema.nullable(),
    })
    .nullable(),
  /** Whether the report is still kept that names the next step. */
  nextKnown: z.boolean(),
  /** Answers and exceptions that run out within 30 days, soonest first. */
  ending: z.array(
    z.object({
      kind: z.enum(['answer', 'exception']),
      check: z.string(),
      by: z.string(),
      until: instantSchema,
      /** An exception's reason, or an answer's question. */
      what: z.string(),
    }),
  ),
  /** Oldest first, up to the week that runs. */
  weeks: z.array(pastWeekSchema),
});
export type Week = z.infer<typeof weekSchema>;

const weekParams = subjectParams.extend({ week: isoWeekSchema, zone: zoneSchema });

/** The weekly review, and what cannot wait for it. */
export const weeklyEndpoints = {
  weekly: {
    read: allow('read')
      .route({
        method: 'GET',
        path: '/weekly',
        summary: 'A week of an account: then and now, what got better and worse, the one next step',
      })
      .input(weekParams.extend({ week: isoWeekSchema.optional() }))
      .output(weekSchema),
    review: allow('review')
      .route({
        method: 'POST',
        path: '/weekly/{week}/review',
        summary: 'Say that one looked at it',
      })
      .input(weekParams.extend({ note: z.string().trim().max(longestReviewNote).optional() }))
      .output(weekReviewSchema),
    undo: allow('review')
      .route({
        method: 'POST',
        path: '/weekly/{week}/review/undo',
        summary: 'Take a review back, within ten minutes',
      })
      .input(weekParams)
      .output(z.object({ undone: z.literal(true) })),
  },
  alerts: allow('read')
    .route({
      method: 'GET',
      path: '/alerts',
      summary: 'Lost sight and open threats of an account, as of its newest complete scan',
    })
    .input(subjectParams)
    .output(z.object({ account: z.string(), alerts: z.array(alertSchema) })),
};
