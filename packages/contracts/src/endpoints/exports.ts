import { z } from 'zod';
import { languageSchema, localisedSchema } from '../text.ts';
import { allow } from './allow.ts';

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
