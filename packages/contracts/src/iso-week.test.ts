import { describe, expect, test } from 'vitest';
import { daysOfWeek, isoWeekOf, isoWeekSchema, weekAfter, weekBounds } from './iso-week.ts';

describe('the week of an instant', () => {
  test.each([
    ['2026-11-16T00:00:00Z', 'UTC', '2026-W47'],
    ['2026-11-15T23:59:59Z', 'UTC', '2026-W46'],
    // Monday in Tokyo begins on UTC's Sunday afternoon.
    ['2026-11-15T15:00:00Z', 'Asia/Tokyo', '2026-W47'],
    ['2026-11-15T14:59:59Z', 'Asia/Tokyo', '2026-W46'],
    ['2026-11-16T07:59:59Z', 'America/Los_Angeles', '2026-W46'],
    // 2026 began on a Thursday: it has 53 weeks, and the last reaches into 2027.
    ['2026-01-01T12:00:00Z', 'UTC', '2026-W01'],
    ['2025-12-29T00:00:00Z', 'UTC', '2026-W01'],
    ['2026-12-31T12:00:00Z', 'UTC', '2026-W53'],
    ['2027-01-03T23:59:59Z', 'UTC', '2026-W53'],
    ['2027-01-04T00:00:00Z', 'UTC', '2027-W01'],
    ['2021-01-01T00:00:00Z', 'UTC', '2020-W53'],
    ['2024-12-30T00:00:00Z', 'UTC', '2025-W01'],
    ['2026-12-31T18:30:00Z', 'Pacific/Kiritimati', '2026-W53'],
  ])('%s in %s is %s', (at, zone, week) => {
    const found = isoWeekOf(new Date(at), zone);

    expect(found).toBe(week);
  });
});

describe('when a week begins and ends', () => {
  test.each([
    ['2026-W46', 'UTC', '2026-11-09T00:00:00.000Z', '2026-11-16T00:00:00.000Z'],
    ['2026-W46', 'Asia/Tokyo', '2026-11-08T15:00:00.000Z', '2026-11-15T15:00:00.000Z'],
    // Clocks go back on Sunday, November 1: 169 hours.
    ['2026-W44', 'America/New_York', '2026-10-26T04:00:00.000Z', '2026-11-02T05:00:00.000Z'],
    // Clocks go forward on Sunday, March 29: 167 hours.
    ['2026-W13', 'Europe/Berlin', '2026-03-22T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    // Half-hour clocks.
    ['2026-W14', 'Australia/Lord_Howe', '2026-03-29T13:00:00.000Z', '2026-04-05T13:30:00.000Z'],
    ['2026-W46', 'Asia/Kathmandu', '2026-11-08T18:15:00.000Z', '2026-11-15T18:15:00.000Z'],
    ['2026-W53', 'UTC', '2026-12-28T00:00:00.000Z', '2027-01-04T00:00:00.000Z'],
  ])('%s in %s', (week, zone, from, until) => {
    const bounds = weekBounds(week, zone);

    expect(bounds).toEqual({ from, until });
  });

  test('a Monday whose midnight was skipped begins when the clocks had moved', () => {
    // Iran's clocks went from Monday, 22 March 2021, 00:00 to 01:00.
    const { from } = weekBounds('2021-W12', 'Asia/Tehran');

    expect(from).toBe('2021-03-21T20:30:00.000Z');
    expect(isoWeekOf(new Date(from), 'Asia/Tehran')).toBe('2021-W12');
    expect(isoWeekOf(new Date(Date.parse(from) - 1), 'Asia/Tehran')).toBe('2021-W11');
  });

  test('every instant lies in the week whose bounds hold it, in every zone, over year ends', () => {
    const zones = ['UTC', 'Asia/Tokyo', 'America/St_Johns', 'Pacific/Chatham', 'Europe/London'];
    for (const zone of zones)
      for (let at = Date.UTC(2026, 11, 20); at < Date.UTC(2027, 0, 20); at += 17_177_000) {
        const week = isoWeekOf(new Date(at), zone);

        const { from, until } = weekBounds(week, zone);

        expect(Date.parse(from) <= at && at < Date.parse(until)).toBe(true);
      }
  });
});

test('weeks follow each other over the year’s end', () => {
  expect(weekAfter('2026-W53', 1)).toBe('2027-W01');
  expect(weekAfter('2027-W01', -1)).toBe('2026-W53');
  expect(weekAfter('2026-W46', -7)).toBe('2026-W39');
});

test('a week has a Monday and a Sunday', () => {
  expect(daysOfWeek('2026-W46')).toEqual({ monday: '2026-11-09', sunday: '2026-11-15' });
  expect(daysOfWeek('2026-W53')).toEqual({ monday: '2026-12-28', sunday: '2027-01-03' });
});

test.each([
  ['2026-W53', true],
  ['2027-W53', false],
  ['2026-W00', false],
  ['2026-W54', false],
  ['2026-46', false],
  ['2026-W46 ', false],
])('%s is a week: %s', (week, is) => {
  expect(isoWeekSchema.safeParse(week).success).toBe(is);
});
