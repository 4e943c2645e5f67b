import { z } from 'zod';
import { instantSchema } from './text.ts';
import { thresholds, type Threshold } from './thresholds.ts';

function withinBounds({ lowest, highest }: Threshold) {
  return z.number().int().min(lowest).max(highest);
}

const bounded = {
  rootUsageWindowDays: withinBounds(thresholds.rootUsageWindowDays),
  configRetentionDays: withinBounds(thresholds.configRetentionDays),
};

/** Limits that an owner may set; each with the default that holds otherwise. */
export const settingsSchema = z.object({
  rootUsageWindowDays: bounded.rootUsageWindowDays.default(thresholds.rootUsageWindowDays.default),
  configRetentionDays: bounded.configRetentionDays.default(thresholds.configRetentionDays.default),
});
/** Every limit as an owner sets them: none left out, none unknown. */
export const newSettingsSchema = z.strictObject(bounded);
export type Settings = z.infer<typeof settingsSchema>;
export const defaultSettings: Settings = settingsSchema.parse({});

/** What is judged besides the evidence: checks, confirmed regions, accounts connected to this install. */
export const scopeSchema = z.object({
  /** Regions that SCPs close, confirmed by the owner by name with a reason (checks.md 0.3). */
  closedRegions: z.array(z.object({ region: z.string(), reason: z.string() })).default([]),
  /** Every connected account with the organization that its own last evidence named. */
  connectedAccounts: z
    .array(z.object({ account: z.string(), organization: z.string().nullable() }))
    .default([]),
});
export type Scope = z.infer<typeof scopeSchema>;
export const emptyScope: Scope = scopeSchema.parse({});

/** A signed-in person's answer to one question of a check, valid until a date. */
export const attestationSchema = z.object({
  account: z.string(),
  check: z.string(),
  question: z.string(),
  answer: z.enum(['yes', 'no']),
  /** Their name, as it was then. */
  by: z.string(),
  at: instantSchema,
  until: instantSchema,
  note: z.string().optional(),
});
export type Attestation = z.infer<typeof attestationSchema>;

/** What a person may say to a question, and for how long. */
export const answerSchema = z.object({
  check: z.string().max(100),
  question: z.string().max(100),
  answer: z.enum(['yes', 'no']),
  note: z.string().trim().max(500).optional(),
  validDays: z.number().int().min(1).max(365).default(180),
});

/** An answer as it was given; `expired` as of now. */
export const givenAnswerSchema = attestationSchema
  .omit({ account: true })
  .extend({ expired: z.boolean() });
export type GivenAnswer = z.infer<typeof givenAnswerSchema>;
