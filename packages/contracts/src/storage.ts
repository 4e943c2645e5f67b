import { z } from 'zod';
import { instantSchema } from './text.ts';

/** For how many days evidence and reports are kept; null is for good. */
export const retentionSchema = z.object({ days: z.number().int().min(30).max(3650).nullable() });
export type Retention = z.infer<typeof retentionSchema>;

/** What a person says to hold: scans of an account (of every one where null) that ended in a period. */
export const newHoldSchema = z.object({
  account: z
    .string()
    .regex(/^\d{12}$/)
    .nullable(),
  from: instantSchema,
  until: instantSchema.nullable(),
  reason: z.string().trim().min(3).max(300),
});
export type NewHold = z.infer<typeof newHoldSchema>;

/** A period that retention leaves alone. */
export const holdSchema = newHoldSchema.extend({
  id: z.number().int(),
  setAt: instantSchema,
  setBy: z.string(),
});
export type Hold = z.infer<typeof holdSchema>;

/** A backup that Ippo made by itself, in its data folder. */
export const backupSchema = z.object({
  name: z.string(),
  bytes: z.number().int(),
  madeAt: instantSchema,
});
export type Backup = z.infer<typeof backupSchema>;

/** What this install keeps, how large it is, and for how long it stays. */
export const storageSchema = z.object({
  home: z.enum(['embedded', 'postgresql']),
  /** Bytes on the database's own disk. */
  bytes: z.object({
    all: z.number().int(),
    evidence: z.number().int(),
    reports: z.number().int(),
    findings: z.number().int(),
  }),
  scans: z.object({
    count: z.number().int(),
    pruned: z.number().int(),
    oldest: instantSchema.nullable(),
  }),
  retention: retentionSchema,
  holds: z.array(holdSchema),
  backups: z.array(backupSchema),
});
export type Storage = z.infer<typeof storageSchema>;
