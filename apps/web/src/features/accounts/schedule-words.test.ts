import { weekdays } from '@ippo/contracts';
import { expect, test } from 'vitest';
import type { Write } from '../../i18n/text.tsx';
import { scheduleWords } from './schedule-words.ts';

const written: Write = (id, values) => `${id} ${JSON.stringify(values ?? {})}`;
const clock = { time: '09:00', zone: 'Asia/Tokyo' };

test('a weekly schedule names its own day in the reader’s language', () => {
  const days = (language: 'en' | 'ja') =>
    weekdays.map((weekday) => {
      const words = scheduleWords({ kind: 'weekly', weekday, ...clock }, written, language);
      return (JSON.parse(words.slice(words.indexOf('{'))) as { weekday: string }).weekday;
    });

  expect(days('en')).toEqual(
    weekdays.map((weekday) => weekday.charAt(0).toUpperCase() + weekday.slice(1)),
  );
  expect(days('ja').join('')).toBe('月曜日火曜日水曜日木曜日金曜日土曜日日曜日');
});

test('every kind of schedule has words, with its clock and its zone', () => {
  const off = scheduleWords({ kind: 'off' }, written, 'en');
  const daily = scheduleWords({ kind: 'daily', ...clock }, written, 'en');
  const cron = scheduleWords({ kind: 'cron', cron: '0 9 * * 1', zone: 'UTC' }, written, 'en');

  expect(off).toBe('accounts.schedule-off {}');
  expect(daily).toContain('"time":"09:00","zone":"Asia/Tokyo"');
  expect(cron).toContain('"cron":"0 9 * * 1","zone":"UTC"');
});
