import { z } from 'zod';
import { instantSchema, type Localised } from './text.ts';

/** A limit that an owner may set: whole days, the checks that it changes, and what it is about. */
export type Threshold = {
  default: number;
  lowest: number;
  highest: number;
  unit: 'days';
  checks: readonly string[];
  name: Localised;
  /** What a higher and a lower value do. */
  about: Localised;
};

/** Every limit that an owner may set; there is nothing else that changes a verdict. */
export const thresholds = {
  /** Root counts as unused after this many days without use (checks.md `root-usage`). */
  rootUsageWindowDays: {
    ...{ default: 30, lowest: 1, highest: 365, unit: 'days', checks: ['root-usage'] },
    name: {
      en: 'Root counts as unused after',
      ja: 'ルートユーザーを「未使用」とみなすまでの日数',
    },
    about: {
      en: 'Any use of the root user within this time fails the check. A longer time is stricter.',
      ja: 'この日数以内にルートユーザーが使われていれば不合格です。長いほど厳しくなります。',
    },
  },
  /** Days for which AWS Config has to keep its history (checks.md `cfg-retention`). */
  configRetentionDays: {
    ...{ default: 365, lowest: 30, highest: 2557, unit: 'days', checks: ['cfg-retention'] },
    name: {
      en: 'AWS Config has to keep its history for',
      ja: 'AWS Config の履歴に求める保持日数',
    },
    about: {
      en: 'A Region whose recorder keeps less fails the check. A longer time is stricter; AWS keeps 2,557 days unless told otherwise.',
      ja: '保持期間がこれより短いリージョンは不合格です。長いほど厳しくなります。AWS の既定は 2,557 日です。',
    },
  },
} as const satisfies Record<string, Threshold>;
export type ThresholdName = keyof typeof thresholds;
export const thresholdNames = Object.keys(thresholds) as [ThresholdName, ...ThresholdName[]];

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
