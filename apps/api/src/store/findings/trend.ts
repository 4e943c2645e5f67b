import { score } from '@ippo/checks';
import { severities, stepIds, type Change, type TrendMark, type TrendPoint } from '@ippo/contracts';
import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm/sql';
import type { Database } from '../database.ts';
import { scanSummaries } from '../schema/findings.ts';

type Summary = typeof scanSummaries.$inferSelect;
/** What a point shows; a summary's other columns are kilobytes each. */
const { scanId, at, score: proven, scoreFrom, scoreUpTo, stepsDone, stepsUnknown } = scanSummaries;
const { counts, catalogueDigest, scoreModel, settingsDigest, scoreBefore, steps } = scanSummaries;
const figures = {
  ...{ scanId, at, score: proven, scoreFrom, scoreUpTo, stepsDone, stepsUnknown },
  ...{ counts, catalogueDigest, scoreModel, settingsDigest, scoreBefore, steps },
  coverage: scanSummaries.coverage,
};
type Figures = Pick<Summary, keyof typeof figures>;

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
    .selectDistinctOn([day], { day, summary: figures })
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
  const rules = new Set(rows.map(({ summary }) => summary.catalogueDigest));
  // An earlier version noted no score before halving: then it follows from what each check came to.
  const wanted = rows.filter(
    ({ summary }, index) => rules.size > 1 || index === rows.length - 1 || lacksBefore(summary),
  );
  const standings = await readStandings(
    db,
    wanted.map(({ summary }) => summary.scanId),
  );
  const shared = sharedChecks(
    standings.get((rules.size > 1 ? rows[0] : rows.at(-1))?.summary.scanId ?? ''),
    standings.get(rows.at(-1)?.summary.scanId ?? ''),
  );
  return {
    checks: [...shared],
    points: rows.map(({ day: date, summary }, index) => ({
      ...figuresOf(summary),
      // By one set of rules every scan has the same checks, and its own score is the comparable one.
      comparable: rules.size > 1 ? scoreOver(standings.get(summary.scanId), shared) : summary.score,
      before: lacksBefore(summary)
        ? (scoreOf(standings.get(summary.scanId)).before ?? null)
        : summary.scoreBefore,
      changes: changes.get(date) ?? {},
      marks: marksOf(rows[index - 1]?.summary, summary),
      moved: movedSteps(rows[index - 1]?.summary, summary),
      checks: summary.coverage.checks,
    })),
  };
}

/** A scan's figures as the API shows them. */
export function figuresOf(summary: Figures) {
  const fails = severities.flatMap((one) => {
    const count = summary.counts[`fail.${one}`];
    return count === undefined ? [] : [[one, count] as const];
  });
  return {
    scanId: summary.scanId,
    at: summary.at.toISOString(),
    ...{ score: summary.score, from: summary.scoreFrom, upTo: summary.scoreUpTo },
    ...{ stepsDone: summary.stepsDone, stepsUnknown: summary.stepsUnknown },
    fails: Object.fromEntries(fails),
    unknown: summary.counts['unknown'] ?? 0,
  };
}

function added(
  sum: Partial<Record<Change, number>> = {},
  more: Partial<Record<Change, number>>,
): Partial<Record<Change, number>> {
  const names = Object.keys({ ...sum, ...more }) as Change[];
  return Object.fromEntries(names.map((name) => [name, (sum[name] ?? 0) + (more[name] ?? 0)]));
}

type Standings = Summary['standings'];

async function readStandings(
  db: Database,
  scanIds: readonly string[],
): Promise<ReadonlyMap<string, Standings>> {
  const { scanId, standings } = scanSummaries;
  const rows = await db
    .select({ scanId, standings })
    .from(scanSummaries)
    .where(inArray(scanId, [...scanIds]));
  return new Map(rows.map((row) => [row.scanId, row.standings]));
}

function sharedChecks(first: Standings = {}, last: Standings = {}): Set<string> {
  return new Set(Object.keys(last).filter((id) => first[id] !== undefined));
}

/** The proven score over some checks alone, by today's rules of scoring. */
function scoreOver(standings: Standings = {}, checks: ReadonlySet<string>): number | null {
  return scoreOf(Object.fromEntries(Object.entries(standings).filter(([id]) => checks.has(id))))
    .value;
}

function scoreOf(standings: Standings = {}) {
  return score(
    Object.entries(standings).map(([id, { blocked, ...rest }]) => ({
      ...{ id, blocked: blocked ?? false },
      ...rest,
    })),
  );
}

function lacksBefore({ score: value, scoreBefore: before }: Figures): boolean {
  return value !== null && before === null;
}

/** The first steps that another state is known of than a point earlier. */
function movedSteps(before: Figures | undefined, { steps: after }: Figures): TrendPoint['moved'] {
  if (!before) return [];
  return stepIds.flatMap((id) => {
    const [from, to] = [before.steps[id], after[id]];
    return from && to && from !== to ? [{ id, from, to }] : [];
  });
}

function marksOf(before: Figures | undefined, summary: Figures): TrendMark[] {
  if (!before) return [];
  const marks: TrendMark[] = [];
  if (before.catalogueDigest !== summary.catalogueDigest) marks.push('upgrade');
  if (before.scoreModel !== summary.scoreModel) marks.push('score-model');
  if (settingsDiffer(before, summary)) marks.push('settings');
  return marks;
}

/** Whether the owner set other thresholds between two scans; where nobody noted them, they did not. */
export function settingsDiffer(before: Figures, after: Figures): boolean {
  if (before.settingsDigest === null || after.settingsDigest === null) return false;
  return before.settingsDigest !== after.settingsDigest;
}
