import { DomainError, type Schedule } from '@ippo/contracts';
import { describe, expect, test } from 'vitest';
import { nextTime, nextTimes, requireRunnable } from './schedule-times.ts';

const berlin: Schedule = { kind: 'daily', time: '02:30', zone: 'Europe/Berlin' };
const now = new Date('2026-11-21T12:00:00Z');

/** The times as a process would meet them: each found after the one before has run. */
function met(schedule: Schedule, from: string, count: number): string[] {
  const times: string[] = [];
  for (let at: Date | null = new Date(from); at && times.length < count;) {
    at = nextTime(schedule, at);
    times.push(at?.toISOString() ?? 'never');
  }
  return times;
}

function refusal(schedule: Schedule): string {
  try {
    requireRunnable(schedule, now);
    return 'none';
  } catch (error) {
    return error instanceof DomainError ? error.code : 'something else';
  }
}

describe('a schedule at 02:30 in Europe/Berlin', () => {
  test('runs once on the day whose clocks skip 02:30, when the gap is over', () => {
    expect(met(berlin, '2026-03-28T12:00:00Z', 2)).toEqual([
      '2026-03-29T01:00:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ]);
  });

  test('runs once on the day whose clocks show 02:30 twice', () => {
    expect(met(berlin, '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
  });

  test('runs every day of a year exactly once by the wall clock', () => {
    const times = nextTimes(berlin, new Date('2026-01-01T12:00:00Z'), 365);
    const day = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Berlin' });

    expect(new Set(times.map((time) => day.format(time))).size).toBe(365);
  });
});

describe('a schedule', () => {
  test('in Asia/Tokyo, which has no change of clocks, is always 24 hours apart', () => {
    const times = nextTimes(
      { ...berlin, zone: 'Asia/Tokyo' },
      new Date('2026-01-01T00:00:00Z'),
      365,
    );

    const gaps = times.slice(1).map((time, index) => time.getTime() - Number(times[index]));
    expect(new Set(gaps)).toEqual(new Set([24 * 60 * 60 * 1_000]));
  });

  test.each([
    ['monday', '2026-11-23T00:00:00.000Z'],
    ['saturday', '2026-11-28T00:00:00.000Z'],
    ['sunday', '2026-11-22T00:00:00.000Z'],
  ] as const)('of every %s runs on that weekday of its zone', (weekday, expected) => {
    const weekly: Schedule = { kind: 'weekly', weekday, time: '09:00', zone: 'Asia/Tokyo' };

    expect(nextTime(weekly, now)?.toISOString()).toBe(expected);
  });

  test('takes five cron fields', () => {
    const cron: Schedule = { kind: 'cron', cron: '15 */6 * * 1-5', zone: 'UTC' };

    expect(met(cron, '2026-11-20T17:00:00Z', 2)).toEqual([
      '2026-11-20T18:15:00.000Z',
      '2026-11-23T00:15:00.000Z',
    ]);
  });

  test('that is off has no next time', () => {
    expect(nextTimes({ kind: 'off' }, now)).toEqual([]);
    expect(refusal({ kind: 'off' })).toBe('none');
  });

  test.each<[Schedule, string]>([
    [{ ...berlin, zone: 'Europe/Nowhere' }, 'time-zone-unknown'],
    [{ kind: 'cron', cron: '61 * * * *', zone: 'UTC' }, 'cron-unreadable'],
    [{ kind: 'cron', cron: '0 0 0 * * *', zone: 'UTC' }, 'cron-unreadable'],
    [{ kind: 'cron', cron: 'every day, please', zone: 'UTC' }, 'cron-unreadable'],
    [{ kind: 'cron', cron: '0 0 30 2 *', zone: 'UTC' }, 'schedule-never-runs'],
    [{ kind: 'cron', cron: '*/5 * * * *', zone: 'UTC' }, 'schedule-too-often'],
    [{ kind: 'cron', cron: '0,5 9 * * *', zone: 'UTC' }, 'schedule-too-often'],
    [{ kind: 'cron', cron: '*/15 * * * *', zone: 'UTC' }, 'none'],
    [{ kind: 'cron', cron: '0 0 29 2 *', zone: 'UTC' }, 'none'],
    [berlin, 'none'],
  ])('%j: what is wrong with it: %s', (schedule, code) => {
    expect(refusal(schedule)).toBe(code);
  });
});
