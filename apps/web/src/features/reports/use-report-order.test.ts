import { describe, expect, test } from 'vitest';
import { periodOf } from './use-report-order.ts';

describe('the instants of a period', () => {
  test('begin with the first day of the reader’s zone, and hold the whole of the last one', () => {
    const period = periodOf({ from: '2026-11-01', to: '2026-11-30' }, 'Asia/Tokyo');

    expect(period).toEqual({ from: '2026-10-31T15:00:00.000Z', to: '2026-11-30T15:00:00.000Z' });
  });

  test('follow a zone whose clock changes in between', () => {
    const period = periodOf({ from: '2026-10-25', to: '2026-10-25' }, 'Europe/Berlin');

    expect(period).toEqual({ from: '2026-10-24T22:00:00.000Z', to: '2026-10-25T23:00:00.000Z' });
  });

  test('are none of a day that does not exist', () => {
    expect(periodOf({ from: '2026-02-30', to: '2026-03-01' }, 'UTC')).toEqual({});
  });
});
