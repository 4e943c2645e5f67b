import { expect, test } from 'vitest';
import { shortWeek, writeWeek } from './week-days.ts';

test.each([
  ['2026-W46', 'en', '9–15 November 2026'],
  ['2026-W46', 'ja', '2026年11月9日〜15日'],
  ['2026-W53', 'en', '28 December 2026 – 3 January 2027'],
  ['2026-W53', 'ja', '2026年12月28日〜2027年1月3日'],
  ['2026-W14', 'en', '30 March – 5 April 2026'],
  ['2026-W14', 'ja', '2026年3月30日〜4月5日'],
] as const)('%s in %s is %s', (week, language, text) => {
  expect(writeWeek(week, language)).toBe(text);
});

test('a week has a short name', () => {
  expect(shortWeek('2026-W46')).toBe('W46');
});
