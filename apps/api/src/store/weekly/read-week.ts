import {
  candidates,
  isoWeekOf,
  severities,
  weekBounds,
  weekHeadline,
  type ScanReport,
  type Week,
  type WeekHeadline,
} from '@ippo/contracts';
import type { Database } from '../database.ts';
import type { NewestScan } from '../findings/newest-scans.ts';
import { settingsDiffer } from '../findings/trend.ts';
import { everyAccount } from '../reader-scope.ts';
import { readReport } from '../reports.ts';
import { readEndingSoon } from './ending-soon.ts';
import { listWeekNames, readPastWeeks } from './past-weeks.ts';
import { readReviews } from './reviews.ts';
import { weekChanges } from './week-changes.ts';
import { readWeekScans, weekEnd, type WeekScans } from './week-ends.ts';
import { countFails, readWeekFindings } from './week-spans.ts';

/** So many weeks stand in the row of past weeks. */
const weeksShown = 12;

/** Which week, by whose clock. */
export type WeekAsked = { week: string; zone: string; now: Date };
type Account = Pick<NewestScan, 'chain' | 'account' | 'source'>;

/** A week of one account. The caller made sure that the reader may see the account, and that the zone exists. */
export async function readWeek(
  db: Database,
  { chain, account, source }: Account,
  { week, zone, now }: WeekAsked,
): Promise<Week> {
  const { from, until } = weekBounds(week, zone);
  const scans = await readWeekScans(db, chain, { from: new Date(from), until: new Date(until) });
  const ends = {
    was: scans.was && (await weekEnd(db, scans.was)),
    now: scans.now && (await weekEnd(db, scans.now)),
  };
  const running = isoWeekOf(now, zone);
  const names = await listWeekNames(db, chain, { last: running, zone, count: weeksShown });
  const asked = [...new Set([...names, week])].toSorted();
  const reviews = await readReviews(db, chain, asked);
  const weeks = await readPastWeeks(db, chain, { weeks: asked, zone, now }, reviews);
  const own = weeks.find((one) => one.week === week);
  const changes = await readChanges(db, scans, ends);
  const report = scans.now ? (await readReport(db, everyAccount, scans.now.scanId))?.report : null;
  return {
    ...{ account, source, week, zone, from, until, current: week === running },
    ...{ state: own?.state ?? 'no-scan', review: own?.review ?? null },
    ...ends,
    ...changes,
    next: report ? nextOf(report) : null,
    nextKnown: report !== null && report !== undefined,
    ending: await readEndingSoon(db, chain, now),
    weeks: weeks.filter((one) => names.includes(one.week)),
  };
}

type Changes = Pick<Week, 'headline' | 'worse' | 'better' | 'lost' | 'gone' | 'ours'>;

async function readChanges(
  db: Database,
  scans: WeekScans,
  ends: Pick<Week, 'was' | 'now'>,
): Promise<Changes> {
  const { was, now, comparable } = scans;
  if (!was || !now || !ends.was || !ends.now) {
    const headline = headlineOf({ comparable: false, scanned: now !== null });
    const ours = { rulesDiffer: false, settingsDiffer: false };
    return { headline, worse: [], better: [], lost: [], gone: 0, ours };
  }
  const places = { chain: now.chain, from: was.position, to: now.position };
  const outcomes = new Map(Object.entries(now.standings).map(([id, one]) => [id, one.outcome]));
  const fails = await countFails(db, now.chain, now.position);
  const changes = weekChanges(await readWeekFindings(db, places), { outcomes, fails });
  const lost = lostChecks(was, now);
  const before = new Map(ends.was.steps.map(({ id, state }) => [id, state]));
  const unreadBefore = ends.was.regions?.unread ?? {};
  const headline = headlineOf({
    ...{ comparable, scanned: true },
    steps: ends.now.steps.map(({ id, state }) => ({
      ...{ id, before: before.get(id) ?? ('unknown' as const), after: state },
    })),
    ...{ worse: changes.worse, better: changes.better, lost },
    regionsLost: Object.keys(ends.now.regions?.unread ?? {}).filter(
      (name) => ends.was?.regions && unreadBefore[name] === undefined,
    ).length,
  });
  return {
    ...changes,
    ...{ headline, lost: lost.map(({ check }) => check) },
    ours: {
      rulesDiffer: was.catalogueDigest !== now.catalogueDigest,
      settingsDiffer: settingsDiffer(was, now),
    },
  };
}

function headlineOf(facts: Partial<Parameters<typeof weekHeadline>[0]>): WeekHeadline {
  const nothing = { steps: [], worse: [], better: [], lost: [], regionsLost: 0 };
  return weekHeadline({ scanned: true, comparable: true, ...nothing, ...facts });
}

type Standings = Pick<NonNullable<WeekScans['now']>, 'standings'>;

/** Checks that were judged at the first end and could not be at the second, the worst first. */
function lostChecks(was: Standings, now: Standings) {
  return Object.entries(now.standings)
    .filter(([id, { outcome }]) => {
      const before = was.standings[id]?.outcome;
      return outcome === 'unknown' && before !== undefined && before !== 'unknown';
    })
    .map(([check, { severity }]) => ({ check, severity }))
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/** The first of the overview's ranking, with what it would bring. */
function nextOf(report: ScanReport): Week['next'] {
  const [first] = candidates(report);
  if (!first) return null;
  const { check, scoreGain, doneGain } = first;
  const { value } = report.score;
  const { done, items } = report.firstSteps;
  return {
    check: check.id,
    score: value !== null && scoreGain > 0 ? { from: value, to: value + scoreGain } : null,
    steps: doneGain > 0 ? { from: done, to: done + doneGain } : null,
    unread: check.outcome === 'fail' ? unreadRegions(check) : 0,
    step: items.find(({ checks }) => checks.includes(check.id))?.id ?? null,
  };
}

function unreadRegions({ findings }: ScanReport['checks'][number]): number {
  const unread = findings.filter(({ outcome }) => outcome === 'unknown');
  return new Set(unread.flatMap(({ region }) => region ?? [])).size;
}
