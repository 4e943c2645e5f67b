import { z } from 'zod';
import { changes, changeSchema } from '../changes.ts';
import { driftSchema } from '../drift.ts';
import { exceptionFilterSchema, exceptionFlagSchema } from '../exceptions.ts';
import { sourceSchema } from '../evidence/evidence.ts';
import { measures, outcomeSchema, outcomes, severities, severitySchema } from '../outcome.ts';
import { evidenceRefSchema, reasonSchema } from '../report.ts';
import { instantSchema } from '../text.ts';
import { allow } from './allow.ts';
import { namedSchema, pickedSchema } from './picked-findings.ts';
import { scanParams } from './scans.ts';
import { tokens } from './tokens.ts';

/** Whose data: one kind of source at a time. Left out, real accounts come before made-up ones. */
export const subjectParams = z.object({
  source: sourceSchema.shape.kind.optional(),
  account: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
});

/** A finding's identity: SHA-256 in lower-case hex. */
export const fingerprintSchema = z.string().regex(/^[0-9a-f]{64}$/);
const word = '[A-Za-z0-9-]{1,60}';
const mark = '[A-Za-z0-9._-]{1,100}';

/** An outcome as a list shows it: a unit that its prerequisite's fail blocks stands apart from nothing to judge. */
export const shownOutcomes = [...outcomes, 'blocked'] as const;
export type ShownOutcome = (typeof shownOutcomes)[number];

/** What a list of findings may be narrowed by; the tokens of the page's filter are this query. */
export const findingFilterSchema = z.object({
  source: sourceSchema.shape.kind.optional(),
  account: tokens('\\d{12}').optional(),
  outcome: tokens(shownOutcomes.join('|')).optional(),
  severity: tokens(severities.join('|')).optional(),
  check: tokens(word).optional(),
  measure: tokens(measures.join('|')).optional(),
  /** The service that the check is about: `cloudtrail`, `config`, `guardduty`, `iam`, `organizations`. */
  service: tokens(word).optional(),
  /** A framework that the check is referenced by, `cis-aws-6.0`, or one requirement of it, `cis-aws-6.0:2.4`. */
  framework: tokens(`${mark}(?::${mark})?`).optional(),
  /** Region code, or `global`. */
  region: tokens(word).optional(),
  change: tokens(changes.join('|')).optional(),
  blocked: z.enum(['yes', 'no']).optional(),
  /** Part of the resource, in any case of its letters. */
  resource: z.string().min(1).max(200).optional(),
  /** Outcomes that began at this time or after it. */
  since: instantSchema.optional(),
  /** Fails whose risk is accepted, or was until it expired; `none` is everything else. */
  exception: exceptionFilterSchema.optional(),
  /**
   * What somebody selected of all this: every one, findings by fingerprint, and whole groups. A finding that
   * is named goes before its group, a group before `all`.
   */
  finding: pickedSchema.optional(),
  /** Findings and groups that were taken out of the selection again. */
  without: namedSchema.optional(),
});
export type FindingFilter = z.infer<typeof findingFilterSchema>;

export const findingSorts = [
  'severity',
  'since',
  'check',
  'outcome',
  'region',
  'resource',
] as const;
export type FindingSort = (typeof findingSorts)[number];

/** What a list counts, each without its own filter. */
export const findingFacets = [
  ...(['outcome', 'severity', 'check', 'measure', 'service'] as const),
  ...(['region', 'account', 'change', 'blocked'] as const),
] as const;
export type FindingFacet = (typeof findingFacets)[number];

/** A finding as a row of a list: as of the newest complete scan of its account. */
export const findingRowSchema = z.object({
  fingerprint: fingerprintSchema,
  /** Findings that say the same of several places share it; a selection names a group by it. */
  group: z.string(),
  account: z.string(),
  check: z.string(),
  outcome: outcomeSchema,
  severity: severitySchema,
  blocked: z.boolean(),
  region: z.string().optional(),
  resource: z.string().optional(),
  facet: z.string().optional(),
  reason: reasonSchema,
  /** How its outcome came about, and when. */
  change: changeSchema,
  since: instantSchema,
  firstSeen: instantSchema,
  /** The flag on a fail as of now; the outcome is what it was. */
  exception: exceptionFlagSchema.optional(),
});
export type FindingRow = z.infer<typeof findingRowSchema>;

const scanMarkSchema = z.object({ scanId: z.string(), at: instantSchema });

/** A run of scans in which a finding stayed the same. */
const historySchema = z.object({
  from: scanMarkSchema,
  /** The complete scan in which it no longer was so; null while it lasts. */
  until: scanMarkSchema.nullable(),
  outcome: outcomeSchema,
  severity: severitySchema,
  blocked: z.boolean(),
  reason: reasonSchema,
  /** `persisting`: the outcome stayed, its reason changed. */
  change: changeSchema,
  gone: z.enum(['gone', 'check-removed']).nullable(),
});

/** A finding that changed in a scan, before and after. */
export const changedFindingSchema = z.object({
  fingerprint: fingerprintSchema,
  check: z.string(),
  severity: severitySchema,
  region: z.string().optional(),
  resource: z.string().optional(),
  facet: z.string().optional(),
  change: changeSchema,
  before: z
    .object({ outcome: outcomeSchema, blocked: z.boolean(), reason: reasonSchema })
    .nullable(),
  after: z
    .object({ outcome: outcomeSchema, blocked: z.boolean(), reason: reasonSchema })
    .nullable(),
});
export type ChangedFinding = z.infer<typeof changedFindingSchema>;

const cursorSchema = z.string().max(2_000).optional();

/** What a list says besides its rows; all numbers are of findings, however the rows are put together. */
const listHeadSchema = z.object({
  source: sourceSchema.shape.kind.nullable(),
  /** Null on the last page. */
  next: z.string().nullable(),
  total: z.number().int(),
  /** Flagged fails among what the other filters let through. */
  exceptions: z.object({ accepted: z.number().int(), expired: z.number().int() }),
  /** Findings by value, for each facet without its own filter. */
  counts: z.record(z.enum(findingFacets), z.record(z.string(), z.number().int())),
});

/** How many lines a page of the list has. */
export const linesOfAPage = { findings: 50, groups: 20 } as const;

/** So many findings of a group come with it; its count is of all. */
export const mostOfGroup = 40;

/** Findings of one account and check that are so for the same reason, which may name the place of each. */
const findingGroupSchema = z.object({
  count: z.number().int(),
  /** In the order of their Regions and resources; at least one, at most `mostOfGroup`. */
  findings: z.array(findingRowSchema).min(1),
  /** Whether all tell the same, the place aside; instants in a reason may differ. */
  same: z.boolean(),
});
export type FindingGroupRow = z.infer<typeof findingGroupSchema>;

/** Findings, one by one and between scans. */
export const findingsEndpoints = {
  list: allow('read')
    .route({
      method: 'GET',
      path: '/findings',
      summary: 'Findings as of the newest complete scans: filtered, sorted, counted, 50 a page',
    })
    .input(
      findingFilterSchema.extend({
        sort: z.enum(findingSorts).default('severity'),
        order: z.enum(['asc', 'desc']).default('asc'),
        /** `next` of the page before. */
        cursor: cursorSchema,
      }),
    )
    .output(listHeadSchema.extend({ findings: z.array(findingRowSchema) })),
  groups: allow('read')
    .route({
      method: 'GET',
      path: '/finding-groups',
      summary:
        'The same list with findings that say the same of several places as one, 20 groups a page',
    })
    .input(
      findingFilterSchema.extend({
        sort: z.enum(findingSorts).default('severity'),
        order: z.enum(['asc', 'desc']).default('asc'),
        cursor: cursorSchema,
      }),
    )
    .output(
      listHeadSchema.extend({ groups: z.array(findingGroupSchema), groupCount: z.number().int() }),
    ),
  read: allow('read')
    .route({
      method: 'GET',
      path: '/findings/{fingerprint}',
      summary: 'One finding: its evidence, its history, and the same check elsewhere',
    })
    .input(subjectParams.extend({ fingerprint: fingerprintSchema }))
    .output(
      z.object({
        source: sourceSchema,
        /** As it is, or as it was last seen. */
        finding: findingRowSchema,
        /** True where the newest complete scan no longer has it. */
        gone: z.boolean(),
        /** The newest complete scan; the evidence is of it, none where the finding is gone. */
        scan: scanMarkSchema,
        evidence: z.array(evidenceRefSchema),
        /** Newest first. */
        history: z.array(historySchema),
        /** At most 50, worst first. */
        elsewhere: z.array(findingRowSchema),
      }),
    ),
  compare: allow('read')
    .route({
      method: 'GET',
      path: '/compare',
      summary: 'The difference of two scans of one account',
    })
    .input(z.object({ from: z.string().max(100), to: z.string().max(100) }))
    .output(
      z.object({
        account: z.string(),
        source: sourceSchema,
        from: scanMarkSchema,
        to: scanMarkSchema,
        /** Whether an owner set other thresholds in between; ours, not the account's. */
        settingsDiffer: z.boolean(),
        drift: driftSchema,
      }),
    ),
  changes: allow('read')
    .route({
      method: 'GET',
      path: '/scans/{id}/changes',
      summary: 'What became of findings since the complete scan before, 50 a page, worst first',
    })
    .input(scanParams.extend({ cursor: cursorSchema }))
    .output(
      z.object({
        /** The complete scan before; null for the first. */
        before: scanMarkSchema.nullable(),
        /** Whether the two were judged by the same rules and thresholds; ours, not the account's. */
        rulesDiffer: z.boolean(),
        settingsDiffer: z.boolean(),
        counts: z.partialRecord(changeSchema, z.number().int()),
        findings: z.array(changedFindingSchema),
        next: z.string().nullable(),
      }),
    ),
};
