import { z } from 'zod';
import { newSettingsSchema, settingsSchema } from '../inputs.ts';
import { thresholds, type ThresholdName } from '../thresholds.ts';
import { outcomeSchema } from '../outcome.ts';
import { sourceSchema } from '../evidence/evidence.ts';
import { instantSchema } from '../text.ts';
import { allow } from './allow.ts';

/** Every limit, as the query of an address. */
const askedSettings = z.strictObject({
  rootUsageWindowDays: days('rootUsageWindowDays'),
  configRetentionDays: days('configRetentionDays'),
});

function days(name: ThresholdName) {
  const { lowest, highest } = thresholds[name];
  return z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().int().min(lowest).max(highest));
}

/** The limits that hold from now on, and since when; null where nobody ever set any. */
export const heldThresholdsSchema = z.object({
  settings: settingsSchema,
  changed: z.object({ at: instantSchema, by: z.string().nullable() }).nullable(),
});

const heldTried = <Value extends z.ZodType>(value: Value) =>
  z.object({ held: value, tried: value });

/** What other limits would change in the last complete scan of one account. */
export const thresholdEffectSchema = z.object({
  account: z.string(),
  source: sourceSchema,
  scanId: z.string(),
  finishedAt: instantSchema,
  score: heldTried(z.number().int().nullable()),
  steps: heldTried(z.number().int()),
  checks: z.array(heldTried(outcomeSchema).extend({ id: z.string() })),
  /** The first hundred that change. */
  findings: z.array(
    heldTried(outcomeSchema).extend({
      check: z.string(),
      fingerprint: z.string(),
      region: z.string().nullable(),
      resource: z.string().nullable(),
    }),
  ),
  /** How many findings change. */
  changed: z.number().int(),
});
export type ThresholdEffect = z.infer<typeof thresholdEffectSchema>;

/** What the owner sets, beside schedules and retention. */
export const settingsEndpoints = {
  thresholds: allow('read')
    .route({
      method: 'GET',
      path: '/settings/thresholds',
      summary: 'The limits that the next scan is judged by',
    })
    .output(heldThresholdsSchema),
  thresholdEffect: allow('settings')
    .route({
      method: 'GET',
      path: '/settings/thresholds/effect',
      summary: 'What other limits would change in the last complete scans; writes nothing',
    })
    .input(askedSettings)
    .output(
      z.object({
        effects: z.array(thresholdEffectSchema),
        /** Accounts that were not tried, as there are too many. */
        left: z.number().int(),
      }),
    ),
  setThresholds: allow('settings')
    .route({
      method: 'POST',
      path: '/settings/thresholds',
      summary: 'Set the limits that scans are judged by from now on; earlier results stay',
    })
    .input(newSettingsSchema)
    .output(heldThresholdsSchema),
};
