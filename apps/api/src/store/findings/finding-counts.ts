import { findingFacets, passes, type FindingFacet } from '@ippo/contracts';
import { and, eq, isNull, sql } from 'drizzle-orm/sql';
import type { Database } from '../database.ts';
import { findingSpans } from '../schema/findings.ts';
import {
  ofCheck,
  passesFramework,
  rowConditions,
  severityOf,
  tokensOf,
  type FilterAt,
} from './finding-filter.ts';
import type { NewestScan } from './newest-scans.ts';

/** How many findings share these values. */
type Group = Record<FindingFacet, string> & { count: number };
export type FindingCounts = { total: number; counts: Record<FindingFacet, Record<string, number>> };

const keptChains = 100;
/** By database: each chain's groups as of a judgement, which the next judgement replaces. */
const kept = new WeakMap<Database, Map<string, { judgement: number; groups: Group[] }>>();

/** Counts open findings that a filter lets through, and for each facet what its own tokens would. */
export async function countFindings(
  db: Database,
  scans: readonly NewestScan[],
  filter: FilterAt,
): Promise<FindingCounts> {
  const counts = Object.fromEntries(
    findingFacets.map((facet) => [facet, {}]),
  ) as FindingCounts['counts'];
  let total = 0;
  for (const scan of scans)
    for (const group of await groupsOf(db, scan, filter)) {
      if (!passesFramework(filter, group.check)) continue;
      const barred = findingFacets.filter(
        (facet) => !passes(tokensOf(filter, facet), group[facet]),
      );
      if (barred.length === 0) total += group.count;
      for (const facet of barred.length === 0 ? findingFacets : barred)
        if (barred.length <= 1) add(counts[facet], group[facet], group.count);
    }
  return { total, counts };
}

function add(counts: Record<string, number>, value: string, count: number): void {
  counts[value] = (counts[value] ?? 0) + count;
}

async function groupsOf(
  db: Database,
  { chain, judgement }: NewestScan,
  filter: FilterAt,
): Promise<Group[]> {
  const { resource, since, exception, finding, without } = filter;
  if ((resource ?? since ?? exception ?? finding ?? without) !== undefined)
    return readGroups(db, chain, filter);
  const chains = kept.get(db) ?? new Map<string, { judgement: number; groups: Group[] }>();
  kept.set(db, chains);
  const known = chains.get(chain);
  if (known?.judgement === judgement) return known.groups;
  const groups = await readGroups(db, chain, filter);
  if (chains.size >= keptChains) chains.clear();
  chains.set(chain, { judgement, groups });
  return groups;
}

async function readGroups(db: Database, chain: string, filter: FilterAt): Promise<Group[]> {
  const { account, outcome, severity, check, region, change, blocked } = findingSpans;
  const rows = await db
    .select({
      account,
      outcome,
      severity,
      check,
      region,
      change,
      blocked,
      count: sql<number>`count(*)::int`,
    })
    .from(findingSpans)
    .where(and(eq(findingSpans.chain, chain), isNull(findingSpans.closedBy), rowConditions(filter)))
    .groupBy(account, outcome, severity, check, region, change, blocked);
  return rows.map((row) => ({
    ...row,
    outcome: row.blocked ? 'blocked' : row.outcome,
    severity: severityOf(row.severity),
    blocked: row.blocked ? 'yes' : 'no',
    measure: ofCheck(row.check, 'measure'),
    service: ofCheck(row.check, 'service'),
  }));
}
