import { z } from 'zod';
import { sourceSchema } from '../evidence/evidence.ts';
import { outcomeSchema } from '../outcome.ts';
import { instantSchema, languageSchema, localisedSchema } from '../text.ts';
import { allow } from './allow.ts';
import { subjectParams } from './findings.ts';
import { reportWithScan } from './scans.ts';

const count = z.number().int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const periodSchema = z.object({ from: instantSchema, to: instantSchema }).nullable();

/** Which scans a report is about: one scan, else the last complete one, of a period where one is given. */
export const reportScopeSchema = subjectParams.extend({
  scan: z.string().max(100).optional(),
  /** Inclusive; only together with `to`. */
  from: instantSchema.optional(),
  /** Exclusive. */
  to: instantSchema.optional(),
});
export type ReportScope = z.infer<typeof reportScopeSchema>;

/** A field of the cover that is longer than `coverSchema` allows is refused by a code of its own. */
const coverField = z.string().max(5_000).optional();

/** What somebody wants a report to be. */
export const reportOrderSchema = reportScopeSchema.extend({
  /** The id of a format. */
  format: z.string().max(40),
  language: languageSchema.default('en'),
  /** IANA name of the zone that stands beside UTC. */
  zone: z.string().min(1).max(60).default('Asia/Tokyo'),
  /** Mask names and ids, and leave the evidence out. */
  redacted: z.boolean().default(false),
  cover: z
    .object({
      period: coverField,
      basisDate: coverField,
      preparedBy: coverField,
      approvedBy: coverField,
      controlId: coverField,
    })
    .default({}),
});
export type ReportOrder = z.infer<typeof reportOrderSchema>;

/** A report that was made: what an auditor compares a file with. */
export const madeReportSchema = z.object({
  id: z.string(),
  at: instantSchema,
  /** Who made it, by the name of that day. */
  by: z.string(),
  account: z.string(),
  source: sourceSchema.shape.kind,
  /** The scan that it assesses. */
  scanId: z.string(),
  period: periodSchema,
  format: z.string(),
  language: languageSchema,
  redacted: z.boolean(),
  fileName: z.string(),
  bytes: count,
  sha256,
});
export type MadeReport = z.infer<typeof madeReportSchema>;

/** Which of the made reports a list shows. */
export const madeReportsFilterSchema = subjectParams.extend({
  /** Of the file that somebody holds in hand. */
  sha256: sha256.optional(),
});

/** A format that a report can be made in. */
export const reportFormatSchema = z.object({
  id: z.string(),
  label: localisedSchema,
  purpose: localisedSchema,
  extension: z.string(),
  /** Signed, and with the evidence in it. */
  pack: z.boolean(),
  /** The newest file of this account in this format; null before the first. */
  last: z.object({ bytes: count, milliseconds: count }).nullable(),
});
export type ReportFormatChoice = z.infer<typeof reportFormatSchema>;

/** A scan that can be assessed. */
const choosableScanSchema = z.object({ id: z.string(), finishedAt: instantSchema });

/** What the page offers for an account and a scan or a period. */
export const reportChoicesSchema = z.object({
  formats: z.array(reportFormatSchema),
  /** Null where the reader sees no complete scan. */
  subject: z
    .object({
      account: z.string(),
      accountName: z.string().nullable(),
      source: sourceSchema,
      /** Complete scans with their evidence, newest first; the last 100. */
      scans: z.array(choosableScanSchema),
      /** The one that would be assessed. */
      scan: choosableScanSchema.extend({
        /** How many checks were judged. */
        checks: count,
        /** Findings of each outcome; their sum is every unit and every scope without one. */
        findings: z.record(outcomeSchema, count),
        /** Of `not-applicable`: those whose prerequisite failed. */
        blocked: count,
        readings: z.object({ answered: count, total: count }),
        /** Regions in scope that gave no answer. */
        regionsUnread: z.array(z.string()),
      }),
      period: periodSchema,
      /** Scans of the period, whatever became of them; 1 where there is none. */
      scansInScope: count,
      /** The newest evidence pack of the account. */
      previousPack: z.object({ fileName: z.string(), at: instantSchema }).nullable(),
    })
    .nullable(),
});
export type ReportChoices = z.infer<typeof reportChoicesSchema>;

/** What a file would begin with. */
export const reportPreviewSchema = z.discriminatedUnion('kind', [
  /** A page as a picture in SVG's own text, which shrinks on its way; `pages` is null where counting them would take long. */
  z.object({
    kind: z.literal('page'),
    svg: z.string(),
    page: count,
    pages: count.nullable(),
    fileName: z.string(),
  }),
  z.object({
    kind: z.literal('rows'),
    /** Titles of the sheets, the shown one among them; empty where the file is one table. */
    sheets: z.array(z.string()),
    headings: z.array(z.string()),
    rows: z.array(z.array(z.string())),
    total: count,
    fileName: z.string(),
  }),
  z.object({ kind: z.literal('lines'), lines: z.array(z.string()), fileName: z.string() }),
]);
export type ReportPreview = z.infer<typeof reportPreviewSchema>;

/** Reports of what was found; the file itself comes from `POST /api/reports/files`, a stream. */
export const reportsEndpoints = {
  latest: allow('read')
    .route({ method: 'GET', path: '/reports/latest', summary: 'The newest complete report' })
    .input(subjectParams)
    .output(reportWithScan),
  choices: allow('read')
    .route({
      method: 'GET',
      path: '/reports/choices',
      summary: 'What a report can be made of, and in which formats',
    })
    .input(reportScopeSchema)
    .output(reportChoicesSchema),
  preview: allow('read')
    .route({
      method: 'POST',
      path: '/reports/preview',
      summary: 'The first page, rows or lines of a report; nothing is kept',
    })
    .input(reportOrderSchema)
    .output(reportPreviewSchema),
  made: allow('read')
    .route({
      method: 'GET',
      path: '/reports/made',
      summary: 'Reports that were made, newest first, 50 a page',
    })
    .input(
      madeReportsFilterSchema.extend({
        /** `next` of the page before. */
        cursor: z
          .string()
          .regex(/^\d{1,15}$/)
          .optional(),
      }),
    )
    .output(
      z.object({
        reports: z.array(madeReportSchema),
        /** Null on the last page. */
        next: z.string().nullable(),
        total: count,
      }),
    ),
};
