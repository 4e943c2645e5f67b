import { linesOfAPage, mostOfGroup } from '@ippo/contracts';
import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm/sql';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '../database.ts';
import { findingSpans } from '../schema/findings.ts';
import { rowConditions, tokenConditions, type FilterAt } from './finding-filter.ts';
import { cursorOf, readCursor, type PageOf, type ShownRow } from './finding-pages.ts';
import type { NewestScan } from './newest-scans.ts';

/** Findings that share account, check, outcome, severity and reason; `rows` are the first of `count`. */
export type GroupRows = { count: number; rows: ShownRow[] };

const { id, chain, account, check, severity, outcome, blocked, alike } = findingSpans;
const { fingerprint, region, resource, finding, change, since, firstSeen } = findingSpans;
// Every column of every row takes its time on the way: what a group shares comes once.
const shared = { chain, account, check, severity, outcome, blocked, alike };
const own = { fingerprint, finding, change, since, firstSeen };

/** One page of groups of open findings. Throws DomainError `bad-request` for a wrong cursor. */
export async function readGroupPage(
  db: Database,
  scans: readonly NewestScan[],
  filter: FilterAt,
  page: PageOf,
): Promise<{ groups: GroupRows[]; next: string | null; groupCount: number }> {
  if (scans.length === 0) return { groups: [], next: null, groupCount: 0 };
  const { count = linesOfAPage.groups } = page;
  const open = and(
    inArray(
      chain,
      scans.map((scan) => scan.chain),
    ),
    isNull(findingSpans.closedBy),
    ...tokenConditions(filter),
    rowConditions(filter),
  );
  const edge = page.order === 'asc' ? sql`min` : sql`max`;
  const grouped = db.$with('grouped').as(
    db
      .select({
        chain,
        alike,
        at: sql<string | number | Date>`${edge}(${findingSpans[page.sort]})`
          .mapWith(findingSpans[page.sort])
          .as('at'),
        // Drivers give bigint back as text, or not, by how it is asked for.
        lead: sql<number>`${edge}(${id})::float8`.as('lead'),
        count: sql<number>`count(*)::int`.as('count'),
        groupCount: sql<number>`(count(*) over ())::int`.as('group_count'),
      })
      .from(findingSpans)
      .where(open)
      .groupBy(chain, alike),
  );
  const way = page.order === 'asc' ? sql`asc` : sql`desc`;
  const found = await db
    .with(grouped)
    .select()
    .from(grouped)
    .where(after(page, grouped))
    .orderBy(sql`${grouped.at} ${way}, ${grouped.lead} ${way}`)
    .limit(count + 1);
  const shown = found.slice(0, count);
  const rows = await readMembers(
    db,
    shown.map(({ lead }) => lead),
    open,
  );
  const last = shown.at(-1);
  return {
    // A scan that ended meanwhile may have closed all of a group.
    groups: shown.flatMap(({ lead, count: all }) => {
      const first = rows.get(lead) ?? [];
      return first.length > 0 ? [{ count: all, rows: first }] : [];
    }),
    next: found.length > count && last ? cursorOf(groupPlace(page), last.at, last.lead) : null,
    groupCount: found[0]?.groupCount ?? 0,
  };
}

/** The first rows of the groups that some rows belong to, by the id of the latter. */
async function readMembers(
  db: Database,
  leads: number[],
  open: SQL | undefined,
): Promise<ReadonlyMap<number, ShownRow[]>> {
  if (leads.length === 0) return new Map();
  const lead = alias(findingSpans, 'lead');
  const members = db
    .select({ id })
    .from(findingSpans)
    .where(and(open, eq(chain, lead.chain), eq(alike, lead.alike)))
    .orderBy(region, resource, id)
    .limit(mostOfGroup)
    .as('members');
  const found = await db
    .select({ lead: lead.id, row: own })
    .from(lead)
    .crossJoinLateral(members)
    .innerJoin(findingSpans, eq(id, members.id))
    .where(inArray(lead.id, leads))
    .orderBy(region, resource, id);
  const rows = Map.groupBy(found, (one) => one.lead);
  const same = await db
    .select({ lead: id, ...shared })
    .from(findingSpans)
    .where(inArray(id, leads));
  return new Map(
    same.map(({ lead: key, ...all }) => [
      key,
      (rows.get(key) ?? []).map(({ row }) => ({ ...all, ...row })),
    ]),
  );
}

function groupPlace({ sort, order }: PageOf): string {
  return `groups ${sort} ${order}`;
}

function after(page: PageOf, grouped: { at: unknown; lead: unknown }): SQL | undefined {
  if (page.cursor === undefined) return undefined;
  const { value, id } = readCursor(groupPlace(page), page.sort, page.cursor);
  const than = page.order === 'asc' ? sql`>` : sql`<`;
  return sql`(${grouped.at}, ${grouped.lead}) ${than} (${sql.param(value, findingSpans[page.sort])}, ${id})`;
}
