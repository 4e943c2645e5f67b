import { expect, test } from 'vitest';
import {
  daysSince,
  writeAge,
  writeDay,
  writeInstant,
  writeMoment,
  writeUtc,
  zoneName,
} from './dates.ts';

const instant = '2026-11-16T00:03:12.000Z';

test('an instant is written with weekday and zone in both languages', () => {
  expect(writeInstant(instant, 'en', 'Asia/Tokyo')).toBe('Mon 16\u00a0Nov 2026, 09:03\u00a0JST');
  expect(writeInstant(instant, 'ja', 'Asia/Tokyo')).toBe('2026年11月16日(月) 09:03\u00a0JST');
});

test('a moment leaves its year out, and keeps its zone', () => {
  expect(writeMoment(instant, 'en', 'Asia/Tokyo')).toBe('Mon\u00a016\u00a0Nov, 09:03\u00a0JST');
  expect(writeMoment(instant, 'ja', 'Asia/Tokyo')).toBe('11月16日(月)\u00a009:03\u00a0JST');
});

test('midnight is 00:00, and a day belongs to the reader’s zone', () => {
  const midnight = '2026-11-15T15:00:00.000Z';

  expect(writeInstant(midnight, 'en', 'Asia/Tokyo')).toContain('00:00');
  expect(writeDay(midnight, 'ja', 'Asia/Tokyo')).toBe('11月16日');
  expect(writeDay(midnight, 'en', 'America/New_York')).toBe('15\u00a0Nov');
});

test('a month has three letters, also September', () => {
  expect(writeDay('2026-09-03T12:00:00.000Z', 'en', 'UTC')).toBe('3\u00a0Sep');
});

test('evidence is in UTC', () => {
  expect(writeUtc(instant)).toBe('2026-11-16 00:03:12 UTC');
});

test('a zone that no locale names is written as its distance from UTC', () => {
  expect(zoneName(new Date(instant), 'Asia/Tashkent')).toBe('UTC+5');
  expect(zoneName(new Date(instant), 'UTC')).toBe('UTC');
});

test('an age is whole units, never in the future', () => {
  const now = Date.parse(instant);

  expect(writeAge(instant, 'en', now + 12 * 60_000)).toBe('12 minutes ago');
  expect(writeAge(instant, 'ja', now + 12 * 60_000)).toBe('12 分前');
  expect(writeAge(instant, 'en', now - 60_000)).toBe('0 seconds ago');
});

test('a day is over after 24 hours and not before', () => {
  const start = Date.parse(instant);

  expect(daysSince(instant, start + 86_400_000 - 1)).toBe(0);
  expect(daysSince(instant, start + 86_400_000)).toBe(1);
});
