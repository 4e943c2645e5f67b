import type { Outcome, Reason, Severity } from '@ippo/contracts';
import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm/sql';
import type { Database } from '../database.ts';
import { severityOf } from '../findings/finding-filter.ts';
import { findingSpans } from '../schema/findings.ts';

/** A finding at one end of a week. */
export type WeekSide = {
  outcome: Outcome;
  blocked: boolean;
  reason: Reason;
  /** When its outcome began; of a span that ended, when that began. */
  since: Date;
  /** What it was when it last was not unknown. */
  known: Outcome | null;
};

/** A finding that is not the same at both ends of a week; null where it was not there. */
export type WeekFinding = {
  fingerprint: string;
  check: string;
  severity: Severity;
  /** Region code, or `global`. */
  region: string;
  /** Empty where the check judges the account or a Region itself. */
  resource: string;
  facet: string | null;
  before: WeekSide | null;
  after: WeekSide | null;
  /** True where the check itself is new in Ippo, or left it. */
  ours: boolean;
};

/** Places of two complete scans in a chain. */
export type WeekPlaces = { chain: string; from: number; to: number };

/** Findings that differ between two complete scans of a chain, whatever happened to them on the way. */
export async function readWeekFindings(
  db: Database,
  { chain, from, to }: WeekPlaces,
): Promise<WeekFinding[]> {
  const { fromPosition, closedBy } = findingSpans;
  const ended = and(lte(fromPosition, from), gt(closedBy, from), lte(closedBy, to));
  const lasts = or(isNull(closedBy), gt(closedBy, to));
  const began = and(gt(fromPosition, from), lte(fromPosition, to), lasts);
  const rows = await db
    .select()
    .from(findingSpans)
    .where(and(eq(findingSpans.chain, chain), or(ended, began)))
    .orderBy(findingSpans.severity, findingSpans.id);
  return [...Map.groupBy(rows, ({ fingerprint }) => fingerprint).values()].flatMap((spans) => {
    const before = spans.find((span) => span.fromPosition <= from);
    const after = spans.find((span) => span.fromPosition > from);
    const shown = after ?? before;
    if (!shown) return [];
    const { fingerprint, check, severity, region, resource, finding } = shown;
    return {
      ...{ fingerprint, check, region, resource },
      severity: severityOf(severity),
      facet: finding.facet ?? null,
      before: before ? sideOf(before) : null,
      after: after ? sideOf(after) : null,
      ours: shown.gone === 'check-removed' || (!before && shown.change === 'check-added'),
    };
  });
}

/** How many findings of each check fail at a place of a chain. */
export async function countFails(
  db: Database,
  chain: string,
  position: number,
): Promise<ReadonlyMap<string, number>> {
  const { check, outcome, fromPosition, closedBy } = findingSpans;
  const rows = await db
    .select({ check, fails: sql<number>`count(*)::int` })
    .from(findingSpans)
    .where(
      and(
        ...[eq(findingSpans.chain, chain), eq(outcome, 'fail'), lte(fromPosition, position)],
        or(isNull(closedBy), gt(closedBy, position)),
      ),
    )
    .groupBy(check);
  return new Map(rows.map(({ check: id, fails }) => [id, fails]));
}

function sideOf(row: typeof findingSpans.$inferSelect): WeekSide {
  const { outcome, blocked, finding, since, known } = row;
  return { outcome, blocked, reason: finding.reason, since, known };
}
