import { score } from '@ippo/checks';
import { severities, type Change, type TrendMark, type TrendPoint } from '@ippo/contracts';
import { and, asc, eq, gt, sql } from 'drizzle-orm/sql';
import type { Database } from '../database.ts';
import { scanSummaries } from '../schema/findings.ts';

type Summary = typeof scanSummaries.$inferSelect;
const dayMs = 24 * 60 * 60 * 1_000;

/** One account's days with a complete scan up to a time, oldest first: the last scan of each day (UTC). */
export async function readTrend(
  db: Database,
  chain: string,
  { days, until }: { days: number; until: Date },
): Promise<{ checks: string[]; points: TrendPoint[] }> {
  const after = new Date(until.getTime() - days * dayMs);
  const ofChain = and(eq(scanSummaries.chain, chain), gt(scanSummaries.at, after));
  const day = sql<string>`to_char(${scanSummaries.at} at time zone 'UTC', 'YYYY-MM-DD')`;
  const rows = await db
    .selectDistinctOn([day], { day, summary: scanSummaries })
    .from(scanSummaries)
    .where(ofChain)
    .orderBy(day, sql`${scanSummaries.position} desc`);
  // Every scan of a day counts for what changed on it; one that changed nothing adds nothing.
  const changed = await db
    .select({ day, changes: scanSummaries.changes })
    .from(scanSummaries)
    .where(and(ofChain, sql`${scanSummaries.changes} <> '{}'::jsonb`))
    .orderBy(asc(scanSummaries.position));
  const changes = new Map<string, Partial<Record<Change, number>>>();
  for (const one of changed) changes.set(one.day, added(changes.get(one.day), one.changes));
  const shared = sharedChecks(rows[0]?.summary, rows.at(-1)?.summary);
  return {
    checks: [...shared],
    points: rows.map(({ day: date, summary }, index) => ({
      ...figuresOf(summary),
      comparable: scoreOver(summary, shared),
      changes: changes.get(date) ?? {},
      marks: marksOf(rows[index - 1]?.summary, summary),
    })),
  };
}

/** A scan's figures as the API shows them. */
export function figuresOf(summary: Summary) {
  const { scanId, score: value, scoreFrom, scoreUpTo, stepsDone, stepsUnknown, counts } = summary;
  const fails = severities.flatMap((one) => {
    const count = counts[`fail.${one}`];
    return count === undefined ? [] : [[one, count] as const];
  });
  return {
    ...{ scanId, stepsDone, stepsUnknown },
    at: summary.at.toISOString(),
    ...{ score: value, from: scoreFrom, upTo: scoreUpTo },
    fails: Object.fromEntries(fails),
    unknown: counts['unknown'] ?? 0,
  };
}

function added(
  sum: Partial<Record<Change, number>> = {},
  more: Partial<Record<Change, number>>,
): Partial<Record<Change, number>> {
  const names = Object.keys({ ...sum, ...more }) as Change[];
  return Object.fromEntries(names.map((name) => [name, (sum[name] ?? 0) + (more[name] ?? 0)]));
}

function sharedChecks(first: Summary | undefined, last: Summary | undefined): Set<string> {
  const ends = Object.keys(last?.standings ?? {});
  return new Set(ends.filter((id) => first?.standings[id] !== undefined));
}

/** The proven score over some checks alone, by today's rules of scoring. */
function scoreOver({ standings }: Summary, checks: ReadonlySet<string>): number | null {
  const results = Object.entries(standings)
    .filter(([id]) => checks.has(id))
    .map(([id, { blocked, ...rest }]) => ({ id, blocked: blocked ?? false, ...rest }));
  return score(results).value;
}

function marksOf(before: Summary | undefined, summary: Summary): TrendMark[] {
  if (!before) return [];
  const marks: TrendMark[] = [];
  if (before.catalogueDigest !== summary.catalogueDigest) marks.push('upgrade');
  if (before.scoreModel !== summary.scoreModel) marks.push('score-model');
  if (settingsDiffer(before, summary)) marks.push('settings');
  return marks;
}

/** Whether the owner set other thresholds between two scans; where nobody noted them, they did not. */
export function settingsDiffer(before: Summary, after: Summary): boolean {
  if (before.settingsDigest === null || after.settingsDigest === null) return false;
  return before.settingsDigest !== after.settingsDigest;
}
