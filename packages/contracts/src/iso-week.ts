import { z } from 'zod';
import { dayIn, endOfDay } from './exception-days.ts';
import type { Instant } from './text.ts';

const dayMs = 86_400_000;

/** A week as ISO 8601 names it, from Monday to Sunday: `2026-W46`. Week 53 exists in some years only. */
export const isoWeekSchema = z.string().refine(isIsoWeek, 'there is no such week');

/** Whether a text names a week that exists. */
export function isIsoWeek(week: string): boolean {
  const shaped = /^(?:19|20)\d\d-W(?:0[1-9]|[1-4]\d|5[0-3])$/.test(week);
  return shaped && weekOfDay(mondayOf(week)) === week;
}

/** The week that an instant lies in, by the clock of an IANA zone. */
export function isoWeekOf(at: Date, zone: string): string {
  return weekOfDay(new Date(`${dayIn(zone, at)}T00:00:00Z`));
}

/** When a week begins and ends by a zone's clock; it ends where the next one begins. */
export function weekBounds(week: string, zone: string): { from: Instant; until: Instant } {
  return {
    from: endOfDay(daysOfWeek(weekAfter(week, -1)).sunday, zone).toISOString(),
    until: endOfDay(daysOfWeek(week).sunday, zone).toISOString(),
  };
}

/** The week so many weeks later, or earlier. */
export function weekAfter(week: string, count: number): string {
  return weekOfDay(new Date(mondayOf(week).getTime() + count * 7 * dayMs));
}

/** A week's Monday and Sunday as days without a clock, `2026-11-09`. */
export function daysOfWeek(week: string): { monday: string; sunday: string } {
  const monday = mondayOf(week);
  const sunday = new Date(monday.getTime() + 6 * dayMs);
  return { monday: dayOf(monday), sunday: dayOf(sunday) };
}

function dayOf(day: Date): string {
  return day.toISOString().slice(0, 10);
}

/** The Monday of a week, as midnight UTC. January 4 always lies in week 1. */
function mondayOf(week: string): Date {
  const fourth = new Date(Date.UTC(Number(week.slice(0, 4)), 0, 4));
  const first = fourth.getTime() - weekday(fourth) * dayMs;
  return new Date(first + (Number(week.slice(6)) - 1) * 7 * dayMs);
}

/** A week belongs to the year of its Thursday. */
function weekOfDay(day: Date): string {
  const thursday = new Date(day.getTime() + (3 - weekday(day)) * dayMs);
  const year = thursday.getUTCFullYear();
  const number = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * dayMs)) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** 0 is Monday. */
function weekday(day: Date): number {
  return (day.getUTCDay() + 6) % 7;
}
