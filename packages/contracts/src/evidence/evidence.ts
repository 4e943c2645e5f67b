import { z } from 'zod';
import { readingReasonSchema, readingSchema, type Reading } from '../reading.ts';
import { instantSchema } from '../text.ts';
import { evidenceTypes } from './evidence-types.gen.ts';

/** Every kind of evidence, by id. */
export type EvidenceId = keyof typeof evidenceTypes;
export const evidenceIds = Object.keys(evidenceTypes) as EvidenceId[];

/** What a readable reading of this kind holds. */
export type EvidenceValue<Id extends EvidenceId> = z.infer<(typeof evidenceTypes)[Id]['value']>;

/** Where the answers came from: inside every digest, on every page, in every export. */
export const sourceSchema = z.object({
  kind: z.enum(['aws', 'simulated', 'endpoint']),
  world: z.string().optional(),
  url: z.string().optional(),
});
export type Source = z.infer<typeof sourceSchema>;

/** The region label of what AWS answers once for the whole account. */
export const GLOBAL = 'global';

/** One call to AWS as it went over the wire; parameters are masked where they hold a secret. */
export const callSchema = z.object({
  /** `service:Operation`, as the SDK names it. */
  operation: z.string(),
  /** Region code, or `global`. */
  region: z.string(),
  parameters: z.record(z.string(), z.unknown()),
  at: instantSchema,
  requestId: z.string().nullable(),
  /** SHA-256 (hex) of the answer as it came, or null where none came. */
  digest: z.string().nullable(),
  outcome: z.union([z.literal('answered'), readingReasonSchema]),
  attempts: z.number().int(),
  milliseconds: z.number().int(),
});
export type Call = z.infer<typeof callSchema>;

const evidenceReadingSchema = z.intersection(
  z.object({
    type: z.enum(evidenceIds as [EvidenceId, ...EvidenceId[]]),
    region: z.string(),
    /** ARN or, without one, a name. */
    resource: z.string().optional(),
    /** Indices into `calls`. */
    calls: z.array(z.number().int()),
  }),
  readingSchema,
);

/** One reading with its place; `value` has the shape of its evidence type. */
export type EvidenceReading<Id extends EvidenceId = EvidenceId> = {
  type: Id;
  region: string;
  resource?: string;
  calls: number[];
} & Reading<EvidenceValue<Id>>;

/** How a scan ended: `complete` also where readings were refused. */
export const scanEndSchema = z.enum([
  'complete',
  'cancelled',
  'budget-spent',
  'credentials-expired',
]);
export type ScanEnd = z.infer<typeof scanEndSchema>;

/** What AWS answered, with refusals, as one JSON document per scan. */
export const evidenceSchema = z.object({
  format: z.literal(1),
  source: sourceSchema,
  account: z.string().regex(/^\d{12}$/),
  partition: z.string(),
  /** ARN of who asked. */
  caller: z.string(),
  startRegion: z.string(),
  startedAt: instantSchema,
  finishedAt: instantSchema,
  ended: scanEndSchema,
  /** AWS's clock minus ours, from its `Date` headers, in whole seconds. */
  clockSkewSeconds: z.number().int(),
  /** Every `service:Operation` that this run could have sent. */
  operations: z.array(z.string()),
  readings: z.array(evidenceReadingSchema),
  calls: z.array(callSchema),
});
export type Evidence = Omit<z.infer<typeof evidenceSchema>, 'readings'> & {
  readings: EvidenceReading[];
};
