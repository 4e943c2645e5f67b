import { DomainError, weekdays, type Schedule } from '@ippo/contracts';
import { Cron } from 'croner';

/** More often than this, scans would meet each other and fill the store with equal answers. */
const leastMinutes = 15;
/** Enough to meet every gap of a day's pattern at that distance. */
const sampled = 100;
/** How many of the next times are shown. */
const shown = 3;

/**
 * The next times of a schedule after an instant, soonest first; none while it is off. By the zone's wall
 * clock: a time that a change of clocks skips runs when it is over, one that comes twice runs once.
 */
export function nextTimes(schedule: Schedule, after: Date, count = shown): Date[] {
  const cron = cronOf(schedule);
  return cron === null ? [] : cron.nextRuns(count, after);
}

/** The next time of a schedule, or null while it is off. */
export function nextTime(schedule: Schedule, after: Date): Date | null {
  return nextTimes(schedule, after, 1)[0] ?? null;
}

/**
 * Throws where a schedule cannot run: DomainError `time-zone-unknown`, `cron-unreadable`,
 * `schedule-never-runs` or `schedule-too-often`.
 */
export function requireRunnable(schedule: Schedule, now: Date): void {
  if (schedule.kind === 'off') return;
  const cron = schedule.kind === 'cron' ? schedule.cron : '';
  const times = nextTimes(schedule, now, sampled);
  if (times.length === 0) throw new DomainError('schedule-never-runs', { cron });
  const gaps = times.slice(1).map((time, index) => time.getTime() - (times[index]?.getTime() ?? 0));
  if (Math.min(...gaps) < leastMinutes * 60_000)
    throw new DomainError('schedule-too-often', { cron, minutes: String(leastMinutes) });
}

function cronOf(schedule: Schedule): Cron | null {
  if (schedule.kind === 'off') return null;
  const { zone } = schedule;
  if (!isZone(zone)) throw new DomainError('time-zone-unknown', { zone });
  const pattern = patternOf(schedule);
  try {
    return new Cron(pattern, { timezone: zone, mode: '5-part', paused: true });
  } catch (error) {
    throw new DomainError('cron-unreadable', { cron: pattern }, error);
  }
}

function patternOf(schedule: Exclude<Schedule, { kind: 'off' }>): string {
  if (schedule.kind === 'cron') return schedule.cron;
  const [hour, minute] = schedule.time.split(':').map(Number);
  // In cron, Sunday is 0.
  const day = schedule.kind === 'daily' ? '*' : (weekdays.indexOf(schedule.weekday) + 1) % 7;
  return `${minute} ${hour} * * ${day}`;
}

/** Whether a name is one of the IANA time zone database. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format() !== '';
  } catch {
    return false;
  }
}
