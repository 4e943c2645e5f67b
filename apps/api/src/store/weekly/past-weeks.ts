import {
  weekAfter,
  weekBounds,
  type PastWeek,
  type WeekReview,
  type WeekState,
} from '@ippo/contracts';
import { and, eq, gte, lt, min } from 'drizzle-orm/sql';
import type { Database } from '../database.ts';
import { scanSummaries } from '../schema/findings.ts';

/** What a week is: it stays open until the end of the week after it. */
export function weekStateOf(week: {
  scanned: boolean;
  reviewed: boolean;
  until: Date;
  now: Date;
}): WeekState {
  if (week.reviewed) return 'reviewed';
  if (!week.scanned) return 'no-scan';
  const week1 = 7 * 24 * 60 * 60 * 1_000;
  return week.now.getTime() < week.until.getTime() + week1 ? 'open' : 'missed';
}

/** The weeks of a chain from its first scan on, at most so many, oldest first, the last being the one given. */
export async function listWeekNames(
  db: Database,
  chain: string,
  { last, zone, count }: { last: string; zone: string; count: number },
): Promise<string[]> {
  const [row] = await db
    .select({ first: min(scanSummaries.at) })
    .from(scanSummaries)
    .where(eq(scanSummaries.chain, chain));
  const first = row?.first;
  const weeks = Array.from({ length: count }, (_, back) => weekAfter(last, back - count + 1));
  return weeks.filter((week) => first && new Date(weekBounds(week, zone).until) > first);
}

/** The same weeks with what became of them. */
export async function readPastWeeks(
  db: Database,
  chain: string,
  { weeks, zone, now }: { weeks: readonly string[]; zone: string; now: Date },
  reviews: ReadonlyMap<string, WeekReview>,
): Promise<PastWeek[]> {
  const bounds = weeks.map((week) => {
    const { from, until } = weekBounds(week, zone);
    return { week, from: new Date(from), until: new Date(until) };
  });
  const [first, last] = [bounds[0], bounds.at(-1)];
  if (!first || !last) return [];
  const { at } = scanSummaries;
  const scans = await db
    .select({ at })
    .from(scanSummaries)
    .where(and(eq(scanSummaries.chain, chain), gte(at, first.from), lt(at, last.until)));
  return bounds.map(({ week, from, until }) => {
    const review = reviews.get(week) ?? null;
    const scanned = scans.some((scan) => scan.at >= from && scan.at < until);
    return { week, review, state: weekStateOf({ scanned, reviewed: review !== null, until, now }) };
  });
}
