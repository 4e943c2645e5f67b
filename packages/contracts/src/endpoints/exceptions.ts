import { z } from 'zod';
import { sourceSchema } from '../evidence/evidence.ts';
import {
  acceptanceSchema,
  exceptionRulesSchema,
  exceptionSchema,
  exceptionScopeSchema,
  exceptionStates,
  newExceptionSchema,
} from '../exceptions.ts';
import { exceptionImportSchema } from '../exception-file.ts';
import { severitySchema } from '../outcome.ts';
import { instantSchema } from '../text.ts';
import { allow } from './allow.ts';
import { findingFilterSchema, fingerprintSchema, subjectParams } from './findings.ts';
import { tokens } from './tokens.ts';

const exceptionParams = z.object({ id: z.string().max(100) });
/** Which exceptions a list shows. */
export const exceptionListSchema = subjectParams.extend({
  state: tokens(exceptionStates.join('|')).optional(),
  check: tokens('[a-z0-9-]{1,60}').optional(),
});

const previewSchema = z.object({
  /** Fails in the scope as of the newest scan; an exception that covers none is not made. */
  fails: z.number().int(),
  /** Those of them that are critical, at most 20, and how many there are. */
  critical: z.number().int(),
  criticalOnes: z.array(
    z.object({
      fingerprint: z.string(),
      region: z.string().optional(),
      resource: z.string().optional(),
    }),
  ),
  severities: z.partialRecord(severitySchema, z.number().int()),
  /** Findings there that could not be read: they stay unknown and are not accepted. */
  unknown: z.number().int(),
  /** Fails of those that another exception covers already. */
  accepted: z.number().int(),
  /** Instant of the scan that was counted. */
  asOf: instantSchema,
});

/** Findings that somebody selected from a list: its filter, and what of it was ticked. */
const selectionSchema = z.object({
  selection: findingFilterSchema.refine(({ finding }) => finding !== undefined, {
    message: 'a selection says what it selects',
    path: ['finding'],
  }),
});

const selectionPreviewSchema = z.object({
  /** Fails among what was selected, as of now: nothing else can be accepted. */
  selected: z.number().int(),
  /** One exception each, narrowest first by check; what it would cover. */
  scopes: z.array(exceptionScopeSchema.extend({ fails: z.number().int() })),
  /** Fails in all these scopes together, each counted once. */
  fails: z.number().int(),
  critical: z.number().int(),
  /** Fails of those that another exception covers already. */
  accepted: z.number().int(),
  /** Of exactly which fails these are: what is accepted has to be what was counted. */
  digest: fingerprintSchema,
});

/** Accepted risks: a flag on a fail with a reason, an owner and an end; never a pass. */
export const exceptionsEndpoints = {
  list: allow('read')
    .route({
      method: 'GET',
      path: '/exceptions',
      summary: 'Accepted risks: what holds or waits first, soonest end first; 50 a page',
    })
    .input(exceptionListSchema.extend({ cursor: z.string().max(200).optional() }))
    .output(
      z.object({
        source: sourceSchema.shape.kind.nullable(),
        exceptions: z.array(exceptionSchema),
        /** Null on the last page. */
        next: z.string().nullable(),
        total: z.number().int(),
        /** By state, without the list's own filter of states. */
        counts: z.record(z.enum(exceptionStates), z.number().int()),
        rules: exceptionRulesSchema,
      }),
    ),
  preview: allow('read')
    .route({
      method: 'POST',
      path: '/exceptions/preview',
      summary: 'What a scope would cover, before anything is accepted',
    })
    .input(exceptionScopeSchema.extend({ source: subjectParams.shape.source }))
    .output(previewSchema),
  make: allow('accept')
    .route({ method: 'POST', path: '/exceptions', summary: 'Accept a risk, or ask that it be' })
    .input(
      newExceptionSchema.extend({
        source: subjectParams.shape.source,
        /** Ask another owner or operator to approve it, also where no rule says so. */
        askSecondPerson: z.boolean().default(false),
        /** The earlier one that it goes on from. */
        extends: z.string().max(100).optional(),
      }),
    )
    .output(exceptionSchema),
  previewSelection: allow('read')
    .route({
      method: 'POST',
      path: '/exceptions/selection/preview',
      summary: 'The exceptions that cover selected findings, and what else they would cover',
    })
    .input(selectionSchema)
    .output(selectionPreviewSchema),
  makeOfSelection: allow('accept')
    .route({
      method: 'POST',
      path: '/exceptions/selection',
      summary:
        'Accept the risk of selected findings, at most 500 exceptions: all of them, or none where one cannot be',
    })
    .input(
      acceptanceSchema.extend({
        ...selectionSchema.shape,
        /** How many fails the person was told that this covers: another number now is refused. */
        fails: z.number().int().min(1),
        /** `digest` of the preview that told it: other fails now are refused. */
        digest: fingerprintSchema,
        askSecondPerson: z.boolean().default(false),
      }),
    )
    .output(z.object({ exceptions: z.array(exceptionSchema) })),
  approve: allow('accept')
    .route({
      method: 'POST',
      path: '/exceptions/{id}/approve',
      summary: 'Approve, as the second person, what somebody else asked for',
    })
    .input(exceptionParams)
    .output(exceptionSchema),
  revoke: allow('accept')
    .route({
      method: 'POST',
      path: '/exceptions/{id}/revoke',
      summary: 'End an exception now, or refuse one that waits',
    })
    .input(exceptionParams)
    .output(exceptionSchema),
  export: allow('read')
    .route({
      method: 'GET',
      path: '/exceptions/export',
      summary: 'What holds or waits, as a YAML file that can be imported',
    })
    .input(subjectParams)
    .output(z.object({ yaml: z.string(), entries: z.number().int() })),
  import: allow('accept')
    .route({
      method: 'POST',
      path: '/exceptions/import',
      summary: 'Take in a YAML file: all of it, or nothing where a line is wrong',
    })
    .input(z.object({ yaml: z.string().max(1_000_000), dryRun: z.boolean().default(false) }))
    .output(exceptionImportSchema),
  setRules: allow('settings')
    .route({
      method: 'POST',
      path: '/exceptions/rules',
      summary: 'Whether a second person has to approve accepted risks',
    })
    .input(z.object({ secondPerson: z.boolean() }))
    .output(exceptionRulesSchema),
};
