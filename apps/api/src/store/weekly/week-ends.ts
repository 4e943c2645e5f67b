import { score } from '@ippo/checks';
import { stepIds, type WeekEnd } from '@ippo/contracts';
import { and, asc, desc, eq, gte, lt } from 'drizzle-orm/sql';
import type { Database } from '../database.ts';
import { everyAccount } from '../reader-scope.ts';
import { regionsSeen } from '../report-parts/summarise.ts';
import { readReport } from '../reports.ts';
import { scanSummaries } from '../schema/findings.ts';
import { reports } from '../schema/scans.ts';

type Summary = typeof scanSummaries.$inferSelect;

/** The two complete scans that a week is told by. */
export type WeekScans = {
  was: Summary | null;
  now: Summary | null;
  /** Whether `was` lies before the week, so that the whole week is compared. */
  comparable: boolean;
};

/** The last complete scan of a week, and what it is compared with: the last before the week, else its first. */
export async function readWeekScans(
  db: Database,
  chain: string,
  { from, until }: { from: Date; until: Date },
): Promise<WeekScans> {
  const { at, position } = scanSummaries;
  const ofChain = eq(scanSummaries.chain, chain);
  const within = and(ofChain, gte(at, from), lt(at, until));
  const [now] = await some(db, within, desc(position));
  const [before] = await some(db, and(ofChain, lt(at, from)), desc(position));
  if (before || !now) return { was: before ?? null, now: now ?? null, comparable: true };
  const [first] = await some(db, within, asc(position));
  return { was: first?.scanId === now.scanId ? null : (first ?? null), now, comparable: false };
}

function some(
  db: Database,
  where: ReturnType<typeof eq> | undefined,
  order: ReturnType<typeof asc>,
) {
  return db.select().from(scanSummaries).where(where).orderBy(order).limit(1);
}

/** One end of a week in figures. */
export async function weekEnd(db: Database, summary: Summary): Promise<WeekEnd> {
  const { scanId, standings, coverage, steps } = summary;
  const results = Object.entries(standings).map(([id, { blocked, ...rest }]) => ({
    ...{ id, blocked: blocked ?? false },
    ...rest,
  }));
  const scored = score(results);
  const [report] = await db
    .select({ digest: reports.digest })
    .from(reports)
    .where(eq(reports.number, summary.judgement));
  return {
    ...{ scanId, at: summary.at.toISOString(), score: summary.score },
    before: summary.scoreBefore ?? (summary.score === null ? null : scored.before),
    ...{ from: summary.scoreFrom, upTo: summary.scoreUpTo, because: scored.because },
    ...{ stepsDone: summary.stepsDone, stepsUnknown: summary.stepsUnknown },
    steps: stepIds.map((id) => ({ id, state: steps[id] ?? 'unknown' })),
    unknown: results.filter(({ outcome }) => outcome === 'unknown').map(({ id }) => id),
    regions: await regionsOf(db, summary, report !== undefined),
    checks: coverage.checks,
    digest: report?.digest ?? null,
  };
}

/** An earlier version noted no Regions: then its report tells them, while it is kept. */
async function regionsOf(
  db: Database,
  { regions, scanId }: Summary,
  kept: boolean,
): Promise<WeekEnd['regions']> {
  if (regions !== null || !kept) return regions;
  const found = await readReport(db, everyAccount, scanId);
  return found && regionsSeen(found.report);
}
