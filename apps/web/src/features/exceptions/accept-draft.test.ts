import { expect, test } from 'vitest';
import { dayAfter, faultsOf } from './accept-draft.ts';

const now = new Date('2026-11-22T15:30:00Z');
const good = { reason: 'Ten chars.', owner: 'Aiko', lastDay: '2026-12-22' };

test('a draft names what is missing before it is sent', () => {
  expect(faultsOf(good, 'UTC', now)).toEqual([]);
  expect(faultsOf({ reason: '  short   ', owner: ' ', lastDay: '' }, 'UTC', now)).toEqual([
    'reason',
    'owner',
    'day',
  ]);
});

test('a last day lies between today and 365 days from now, by the zone’s calendar', () => {
  const fits = (lastDay: string, zone: string) =>
    faultsOf({ ...good, lastDay }, zone, now).length === 0;

  expect([fits('2026-11-22', 'UTC'), fits('2026-11-22', 'Asia/Tokyo')]).toEqual([true, false]);
  expect([fits('2027-11-22', 'UTC'), fits('2027-11-23', 'UTC')]).toEqual([true, false]);
  expect(fits('2027-11-23', 'Asia/Tokyo')).toBe(true);
  expect(dayAfter(365, 'Asia/Tokyo', now)).toBe('2027-11-23');
});
