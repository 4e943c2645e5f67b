import type { ConnectionSchedule } from '@ippo/contracts';
import { nextTimes } from '../../scan/schedule-times.ts';
import type { StoredSchedule } from '../../store/schedules.ts';

/** A connection's schedule for a page; one that nobody set is off. */
export function scheduleAsShown(
  target: string,
  stored: StoredSchedule | null,
  now: Date,
): ConnectionSchedule {
  const schedule = stored?.schedule ?? { kind: 'off' };
  const { nextRunAt = null, lastRunAt = null, lastScan = null, lastProblem = null } = stored ?? {};
  // Late by a moment, or by a downtime: what is due runs first, and only once.
  const due = nextRunAt !== null && nextRunAt <= now ? [nextRunAt] : [];
  const next = nextRunAt === null ? [] : [...due, ...nextTimes(schedule, now)];
  return {
    ...{ target, schedule, lastScan, lastProblem },
    next: next.map((time) => time.toISOString()),
    lastRunAt: lastRunAt?.toISOString() ?? null,
  };
}
