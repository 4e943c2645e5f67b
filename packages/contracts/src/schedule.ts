import { z } from 'zod';
import { problemCodes, type ProblemCode } from './problem.ts';
import { scanTargetSchema } from './scan.ts';
import { instantSchema } from './text.ts';

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** A time of day on a wall clock, `HH:MM`. */
const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
/** A name of the IANA time zone database such as `Asia/Tokyo`; that it exists is checked on the server. */
export const zoneSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/);

/** When a connection is scanned by itself: never, a preset, or five cron fields; always by a zone's clock. */
export const scheduleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('off') }),
  z.object({ kind: z.literal('daily'), time: timeOfDay, zone: zoneSchema }),
  z.object({
    kind: z.literal('weekly'),
    weekday: z.enum(weekdays),
    time: timeOfDay,
    zone: zoneSchema,
  }),
  z.object({ kind: z.literal('cron'), cron: z.string().trim().min(9).max(200), zone: zoneSchema }),
]);
export type Schedule = z.infer<typeof scheduleSchema>;

/** A connection's schedule, with when it ran and when it runs next. */
export const connectionScheduleSchema = z.object({
  target: scanTargetSchema,
  schedule: scheduleSchema,
  /** The next few times, soonest first; empty while it is off. */
  next: z.array(instantSchema),
  lastRunAt: instantSchema.nullable(),
  /** The scan of the last run; null where none started. */
  lastScan: z.string().nullable(),
  /** Why the last run started no scan. */
  lastProblem: z.enum(problemCodes as [ProblemCode, ...ProblemCode[]]).nullable(),
});
export type ConnectionSchedule = z.infer<typeof connectionScheduleSchema>;
