import type { Instant } from '@ippo/contracts';

/** The first moment of a day (`YYYY-MM-DD`) by a zone's clock; null where there is no such day. */
export function startOfDay(day: string, zone: string): Instant | null {
  return onClock(day, '00:00:00', zone);
}

/** The last second of a day (`YYYY-MM-DD`) by a zone's clock; null where there is no such day. */
export function endOfDay(day: string, zone: string): Instant | null {
  return onClock(day, '23:59:59', zone);
}

function onClock(day: string, time: string, zone: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const wall = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 10) !== day) return null;
  // Twice: the distance from UTC is that of the moment itself, which the first guess may just miss.
  const guess = wall - offsetAt(wall, zone);
  return new Date(wall - offsetAt(guess, zone)).toISOString();
}

/** The day (`YYYY-MM-DD`) of a moment by a zone's clock. */
export function dayOf(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(at);
}

/** Milliseconds that a zone's clock is ahead of UTC at a moment. */
function offsetAt(moment: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes) => Number(parts.get(name));
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(moment / 1000) * 1000;
}
