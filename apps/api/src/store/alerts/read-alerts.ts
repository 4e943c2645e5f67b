import type { Alert } from '@ippo/contracts';
import { and, asc, desc, eq, gt, isNull, lt, sql, type SQL } from 'drizzle-orm/sql';
import type { Database } from '../database.ts';
import { findingSpans, scanSummaries } from '../schema/findings.ts';
import { alertsOf } from './alerts-of.ts';

type Summary = typeof scanSummaries.$inferSelect;

/** Checks whose fails are incidents. */
const incidents = 'gd-findings';

/** The alerts of an account as of its newest complete scan. */
export async function readAlerts(db: Database, now: Summary): Promise<Alert[]> {
  const [before] = await db
    .select()
    .from(scanSummaries)
    .where(and(eq(scanSummaries.chain, now.chain), lt(scanSummaries.position, now.position)))
    .orderBy(desc(scanSummaries.position))
    .limit(1);
  const unknown = Object.entries(now.standings).filter(
    ([, { outcome, severity }]) => outcome === 'unknown' && severity === 'critical',
  );
  const dark = Object.keys(now.regions?.unread ?? {});
  const { standings, regions } = scanSummaries;
  return alertsOf({
    ...{ now, before: before ?? null },
    unknownSince: await beganAfter(
      db,
      now,
      unknown.map(([id]) => id),
      (id) => sql`${standings} -> ${id} ->> 'outcome' <> 'unknown'`,
    ),
    darkSince: await beganAfter(
      db,
      now,
      dark,
      (name) => sql`${regions} is not null and not (${regions} -> 'unread' ? ${name})`,
    ),
    threats: await readThreats(db, now.chain),
  });
}

/**
 * When each of some things began that are so now: the first scan behind the last one in which it was not so.
 * What always was so since anybody looks did not begin, and is left out.
 */
async function beganAfter(
  db: Database,
  { chain, position }: Summary,
  names: readonly string[],
  otherwise: (name: string) => SQL,
): Promise<ReadonlyMap<string, Date>> {
  const began = new Map<string, Date>();
  const ofChain = and(eq(scanSummaries.chain, chain), lt(scanSummaries.position, position + 1));
  for (const name of names) {
    const [last] = await db
      .select({ position: scanSummaries.position })
      .from(scanSummaries)
      .where(and(ofChain, otherwise(name)))
      .orderBy(desc(scanSummaries.position))
      .limit(1);
    if (!last) continue;
    const [first] = await db
      .select({ at: scanSummaries.at })
      .from(scanSummaries)
      .where(and(ofChain, gt(scanSummaries.position, last.position)))
      .orderBy(asc(scanSummaries.position))
      .limit(1);
    if (first) began.set(name, first.at);
  }
  return began;
}

async function readThreats(db: Database, chain: string) {
  const rows = await db
    .select({
      region: findingSpans.region,
      since: findingSpans.since,
      finding: findingSpans.finding,
    })
    .from(findingSpans)
    .where(
      and(
        ...[eq(findingSpans.chain, chain), eq(findingSpans.check, incidents)],
        ...[eq(findingSpans.outcome, 'fail'), isNull(findingSpans.closedBy)],
      ),
    );
  return rows.map(({ region, since, finding }) => {
    const { open } = finding.reason.params;
    return { region, since, findings: typeof open === 'number' ? open : 1 };
  });
}
