import { z } from 'zod';
import { languageSchema, localisedSchema } from '../text.ts';
import { outcomes } from '../outcome.ts';
import { allow } from './allow.ts';
import { subjectParams } from './findings.ts';
import { tokens } from './tokens.ts';

/**
 * What any table may be exported with, besides its own filter: `GET /api/exports/{table}`. The answer is a
 * file, so no schema describes it; see `apps/api/src/exports`.
 */
export const exportOptionsSchema = z.object({
  /** The id of a format. */
  format: z.string().max(40),
  /** The language of headings, words and sentences. */
  lang: languageSchema.default('en'),
});

/** Which report a page shows: of one scan, else the newest complete one. */
export const reportFilterSchema = subjectParams.extend({ scan: z.string().max(100).optional() });

/** What the list of checks may be narrowed by. */
export const checksFilterSchema = reportFilterSchema.extend({
  outcome: tokens(outcomes.join('|')).optional(),
  ids: tokens('[A-Za-z0-9-]{1,60}').optional(),
});

/** Tables as files. */
export const exportsEndpoints = {
  list: allow('read')
    .route({
      method: 'GET',
      path: '/exports',
      summary: 'The tables one may export, and the formats',
    })
    .output(
      z.object({
        tables: z.array(z.object({ id: z.string(), title: localisedSchema })),
        formats: z.array(
          z.object({ id: z.string(), label: localisedSchema, extension: z.string() }),
        ),
      }),
    ),
};
