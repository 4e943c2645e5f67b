import { describe, expect, test } from 'vitest';
import { dayOf, endOfDay, startOfDay } from './zoned-day.ts';

describe('the end of a day', () => {
  test.each([
    ['2026-11-22', 'UTC', '2026-11-22T23:59:59.000Z'],
    ['2026-11-22', 'Asia/Tokyo', '2026-11-22T14:59:59.000Z'],
    // The clocks go back on this day: it has 25 hours.
    ['2026-10-25', 'Europe/Berlin', '2026-10-25T22:59:59.000Z'],
    // And forward on this one: it has 23.
    ['2026-03-29', 'Europe/Berlin', '2026-03-29T21:59:59.000Z'],
    ['2026-11-22', 'America/St_Johns', '2026-11-23T03:29:59.000Z'],
    ['2028-02-29', 'UTC', '2028-02-29T23:59:59.000Z'],
  ])('%s in %s is %s', (day, zone, instant) => {
    expect(endOfDay(day, zone)).toBe(instant);
    expect(dayOf(new Date(instant), zone)).toBe(day);
  });

  test.each(['', '2026-02-30', '2026-13-01', '22.11.2026', '2026-11-22T00:00'])(
    'of %j is none',
    (day) => {
      expect(endOfDay(day, 'UTC')).toBeNull();
    },
  );
});

describe('the start of a day', () => {
  test.each([
    ['2026-11-22', 'Asia/Tokyo', '2026-11-21T15:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
    ['2026-02-30', 'UTC', null],
  ])('%s in %s is %s', (day, zone, instant) => {
    expect(startOfDay(day, zone)).toBe(instant);
  });
});
