import { z } from 'zod';
import { personNameSchema } from './person.ts';
import { scanReportSchema } from './report.ts';
import { instantSchema, type Localised } from './text.ts';

/** A risk is accepted for a year at most, counted in days of the zone that its last day is told in. */
export const longestExceptionDays = 365;

const regionSchema = z.string().regex(/^(?:global|[a-z]{2,}(?:-[a-z]+)+-\d+)$/);

/** What an accepted risk is about: one check in one account, never more. */
export const exceptionScopeSchema = z.object({
  /** 12 digits. */
  account: z.string().regex(/^\d{12}$/),
  check: z.string().regex(/^[a-z0-9-]{1,60}$/),
  /** Region codes, or `global`; null is every Region. */
  regions: z
    .array(regionSchema)
    .min(1)
    .max(60)
    .transform((regions) => [...new Set(regions)].toSorted())
    .nullable(),
  /** ARN or id, exactly as the finding names it; null is every resource, which a file calls `all`. */
  resource: z
    .string()
    .trim()
    .min(1)
    .max(2_048)
    .refine((resource) => resource !== 'all', 'it is every resource')
    .nullable(),
});
export type ExceptionScope = z.infer<typeof exceptionScopeSchema>;

/** What of a finding says whether a scope covers it; without a region it is `global`. */
export type Coverable = {
  account: string;
  check: string;
  region?: string | undefined;
  resource?: string | undefined;
};

/** Whether a finding lies in a scope: the one place that says so. Its outcome is asked separately. */
export function inScope(scope: ExceptionScope, finding: Coverable): boolean {
  return (
    scope.check === finding.check &&
    scope.account === finding.account &&
    (scope.regions === null || scope.regions.includes(finding.region ?? 'global')) &&
    (scope.resource === null || scope.resource === (finding.resource ?? ''))
  );
}

/** A day of a zone's calendar, `2026-11-22`. */
const daySchema = z.iso.date();

/** Why, by whom and until when a risk is accepted. */
export const acceptanceSchema = z.object({
  reason: z.string().trim().min(10).max(2_000),
  /** Whose risk it is: a person. */
  owner: personNameSchema,
  /** The last day on which it holds, in `zone`. */
  lastDay: daySchema,
  /** IANA name, such as `Asia/Tokyo`. */
  zone: z.string().min(1).max(60),
});

/** A risk that somebody wants accepted. */
export const newExceptionSchema = exceptionScopeSchema.extend(acceptanceSchema.shape);
export type NewException = z.infer<typeof newExceptionSchema>;

/** `active` holds; `waiting` needs a second person; the others held, or would have, and do no more. */
export const exceptionStates = ['active', 'waiting', 'expired', 'revoked'] as const;
export const exceptionStateSchema = z.enum(exceptionStates);
export type ExceptionState = z.infer<typeof exceptionStateSchema>;

/** The words of a state. */
export const exceptionStateWords: Readonly<Record<ExceptionState, Localised>> = {
  active: { en: 'Accepted', ja: '受容中' },
  waiting: { en: 'Waiting for approval', ja: '承認待ち' },
  expired: { en: 'Expired', ja: '期限切れ' },
  revoked: { en: 'Ended', ja: '終了' },
};

/** When what happened to an exception happened. */
export type ExceptionTimes = {
  until: Date;
  approvedAt: Date | null;
  revokedAt: Date | null;
};

/** What an exception is at a moment: later approvals and ends do not count, its last instant is excluded. */
export function exceptionStateAt(times: ExceptionTimes, at: Date): ExceptionState {
  const { until, approvedAt, revokedAt } = times;
  if (revokedAt !== null && revokedAt <= at) return 'revoked';
  if (until <= at) return 'expired';
  return approvedAt !== null && approvedAt <= at ? 'active' : 'waiting';
}

const doneBySchema = z.object({ by: z.string(), at: instantSchema });

/** An accepted risk as it stands now. */
export const exceptionSchema = exceptionScopeSchema.extend({
  id: z.string(),
  reason: z.string(),
  owner: z.string(),
  lastDay: daySchema,
  zone: z.string(),
  /** The first instant at which it holds no more: the end of its last day. */
  until: instantSchema,
  requested: doneBySchema,
  /** Null until somebody approves it. */
  approved: doneBySchema.nullable(),
  /** Approved by whoever asked for it: nobody else looked at it. */
  selfApproved: z.boolean(),
  revoked: doneBySchema.nullable(),
  /** The earlier one that it goes on from. */
  extends: z.string().nullable(),
  state: exceptionStateSchema,
  /** Fails in its scope as of the newest scan, whatever its state. */
  covers: z.object({ fails: z.number().int(), critical: z.number().int() }),
  /** True for whoever asks: the one who may not be its second person. */
  yours: z.boolean(),
});
export type Exception = z.infer<typeof exceptionSchema>;

/** The flag on a failed finding: an exception that holds, or the last one that did. Never an outcome. */
export const exceptionFlagSchema = z.object({
  id: z.string(),
  /** Whose risk it is. */
  by: z.string(),
  lastDay: daySchema,
  zone: z.string(),
  until: instantSchema,
  selfApproved: z.boolean(),
  state: z.enum(['accepted', 'expired']),
});
export type ExceptionFlag = z.infer<typeof exceptionFlagSchema>;

/** What a list of findings can be narrowed to: failed ones by their flag, or everything without one. */
export const exceptionFilterSchema = z.enum(['accepted', 'expired', 'none']);
export type ExceptionFilter = z.infer<typeof exceptionFilterSchema>;

/** Whether somebody else has to approve what one person wants accepted. */
export const exceptionRulesSchema = z.object({ secondPerson: z.boolean().default(false) });
export type ExceptionRules = z.infer<typeof exceptionRulesSchema>;

/** What accepted risks come to for one report; its own score, steps and outcomes stay as they are. */
export const acceptedRisksSchema = z.object({
  /** The moment whose exceptions count: now for the newest report, its scan's end for one by address. */
  asOf: instantSchema,
  /** Fails whose risk was accepted then, and the checks that they belong to. */
  fails: z.number().int(),
  checks: z.array(z.string()),
  /** By fingerprint of the fail: index into `flags`. */
  findings: z.record(z.string(), z.number().int()),
  flags: z.array(exceptionFlagSchema),
  /** The second line: the score if every check with nothing but accepted fails against it were met. */
  score: scanReportSchema.shape.score,
});
export type AcceptedRisks = z.infer<typeof acceptedRisksSchema>;
