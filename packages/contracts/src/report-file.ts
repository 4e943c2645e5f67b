import { z } from 'zod';
import { assessmentSchema } from './assessment.ts';
import { checkResultSchema, evidenceRefSchema, findingSchema } from './report.ts';
import { languageSchema } from './text.ts';

/** Names the published schema: `docs/report.schema.json` holds it. */
export const reportSchemaId = 'urn:ippo:report-schema:1';

/**
 * The auditor's report as a JSON file: the assessment with its codes, and beside them the sentences in the
 * report's language.
 */
export const reportFileSchema = assessmentSchema.extend({
  $schema: z.literal(reportSchemaId),
  language: languageSchema,
  /** IANA name of the zone in which sentences tell the time; every field of the file is UTC. */
  zone: z.string(),
  /** What a reader must know first: that it is not an AWS account's data, that it is redacted. */
  notices: z.array(z.string()),
  checks: z.array(
    checkResultSchema.extend({
      title: z.string(),
      sentence: z.string(),
      findings: z.array(
        findingSchema.extend({
          sentence: z.string(),
          /** Where `evidence` is empty: the answers that list the Regions, for one that is not enabled. */
          restsOn: z.array(evidenceRefSchema).optional(),
        }),
      ),
    }),
  ),
});
export type ReportFile = z.infer<typeof reportFileSchema>;

/** The published JSON Schema (draft 2020-12) of the auditor's report. */
export function reportJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(reportFileSchema, { target: 'draft-2020-12' });
  return {
    $schema,
    $id: reportSchemaId,
    title: 'Ippo: the auditor’s report of one AWS account',
    ...schema,
  };
}
