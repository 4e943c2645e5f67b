import { longestExceptionDays } from './exceptions.ts';

const dayMs = 24 * 60 * 60 * 1_000;

/** The zone's calendar day at an instant, `2026-11-22`. Throws RangeError for a zone that does not exist. */
export function dayIn(zone: string, at: Date): string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
}

/** The first instant after a day of a zone's calendar. Throws RangeError for a zone that does not exist. */
export function endOfDay(day: string, zone: string): Date {
  const noon = Date.parse(`${day}T12:00:00Z`);
  let inside = noon - 2 * dayMs;
  let after = noon + 2 * dayMs;
  // A day has 23 to 25 hours, and not every one begins at midnight: the calendar is asked, not computed.
  while (after - inside > 1) {
    const middle = Math.floor((inside + after) / 2);
    if (dayIn(zone, new Date(middle)) > day) after = middle;
    else inside = middle;
  }
  return new Date(after);
}

/** The first and last day that an exception made now may end on, in a zone. */
export function exceptionDays(zone: string, now: Date): { first: string; last: string } {
  const first = dayIn(zone, now);
  const last = new Date(Date.parse(`${first}T00:00:00Z`) + longestExceptionDays * dayMs);
  return { first, last: last.toISOString().slice(0, 10) };
}

/** Whether a name is a time zone here. */
export function isTimeZone(zone: string): boolean {
  try {
    return dayIn(zone, new Date(0)) !== '';
  } catch {
    return false;
  }
}
