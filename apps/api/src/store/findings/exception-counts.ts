import type { ExceptionScope, Outcome, Severity } from '@ippo/contracts';
import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm/sql';
import type { Database } from '../database.ts';
import { listApproved } from '../exceptions.ts';
import { findingSpans } from '../schema/findings.ts';
import { flagCondition } from './exception-flags.ts';
import { rowConditions, severityOf, tokenConditions, type FilterAt } from './finding-filter.ts';
import type { NewestScan } from './newest-scans.ts';

/** Flagged fails among what the other filters let through. */
export async function countFlagged(
  db: Database,
  scans: readonly NewestScan[],
  filter: FilterAt,
): Promise<{ accepted: number; expired: number }> {
  const { exception: _flag, ...others } = filter;
  const chains = scans.map(({ chain }) => chain);
  // Few checks have exceptions, and most accounts have none.
  const approved = await listApproved(db, chains, filter.at);
  if (approved.length === 0) return { accepted: 0, expired: 0 };
  const checks = new Set(approved.map(({ check }) => check));
  const [row] = await db
    .select({
      accepted: countWhere(flagCondition('accepted', filter.at)),
      expired: countWhere(flagCondition('expired', filter.at)),
    })
    .from(findingSpans)
    .where(
      and(
        inArray(findingSpans.chain, chains),
        inArray(findingSpans.check, [...checks]),
        isNull(findingSpans.closedBy),
        ...tokenConditions(others),
        rowConditions(others),
      ),
    );
  return row ?? { accepted: 0, expired: 0 };
}

function countWhere(condition: SQL | undefined): SQL<number> {
  return sql<number>`(count(*) filter (where ${condition}))::int`;
}

/** The open fails that a filter lets through, each with its chain. */
export async function readFails(
  db: Database,
  scans: readonly NewestScan[],
  filter: FilterAt,
): Promise<(OpenFinding & { chain: string })[]> {
  const chains = scans.map(({ chain }) => chain);
  if (chains.length === 0) return [];
  const rows = await db
    .select({ chain: findingSpans.chain, ...ofFinding })
    .from(findingSpans)
    .where(
      and(
        inArray(findingSpans.chain, chains),
        isNull(findingSpans.closedBy),
        eq(findingSpans.outcome, 'fail'),
        ...tokenConditions(filter),
        rowConditions(filter),
      ),
    )
    .orderBy(findingSpans.severity, findingSpans.id);
  return rows.map((row) => ({ ...row, severity: severityOf(row.severity) }));
}

/** An open finding by what a scope asks of it. */
export type OpenFinding = {
  account: string;
  check: string;
  region: string;
  resource: string;
  outcome: Outcome;
  severity: Severity;
  fingerprint: string;
};

const ofFinding = {
  account: findingSpans.account,
  check: findingSpans.check,
  region: findingSpans.region,
  resource: findingSpans.resource,
  outcome: findingSpans.outcome,
  severity: findingSpans.severity,
  fingerprint: findingSpans.fingerprint,
};

/** Open fails and unknowns of some checks of a chain, the worst first. */
export async function readOpenFindings(
  db: Database,
  chain: string,
  checks: readonly ExceptionScope['check'][],
): Promise<OpenFinding[]> {
  if (checks.length === 0) return [];
  const { check, region, resource, outcome, severity } = findingSpans;
  const rows = await db
    .select(ofFinding)
    .from(findingSpans)
    .where(
      and(
        eq(findingSpans.chain, chain),
        isNull(findingSpans.closedBy),
        inArray(check, [...new Set(checks)]),
        inArray(outcome, ['fail', 'unknown']),
      ),
    )
    .orderBy(severity, region, resource);
  return rows.map((row) => ({ ...row, severity: severityOf(row.severity) }));
}
