import type { Language } from '@ippo/contracts';
import { writeDay } from './dates.ts';

const dayMs = 86_400_000;

/** A day of a calendar, `2026-11-22`, as `22 Nov` or `11月22日`; with its year where that is not this one. */
export function writeCalendarDay(day: string, language: Language, now = new Date()): string {
  const year = day.slice(0, 4);
  const written = writeDay(`${day}T00:00:00Z`, language, 'UTC');
  if (year === String(now.getFullYear())) return written;
  return language === 'ja' ? `${year}年${written}` : `${written}\u00a0${year}`;
}

/** Whole days of a zone's calendar from now until an instant: 0 on the same day. */
export function daysUntil(instant: string, now = Date.now()): number {
  return Math.max(0, Math.ceil((Date.parse(instant) - now) / dayMs) - 1);
}
