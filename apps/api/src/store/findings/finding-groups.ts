import { DomainError, mostOfGroup } from '@ippo/contracts';
import { and, inArray, isNull, sql, type SQL } from 'drizzle-orm/sql';
import type { Database } from '../database.ts';
import { findingSpans } from '../schema/findings.ts';
import { rowConditions, tokenConditions, type FilterAt } from './finding-filter.ts';
import { cursorOf, readCursor, type PageOf } from './finding-pages.ts';
import type { NewestScan } from './newest-scans.ts';

type Row = typeof findingSpans.$inferSelect;
/** Findings that share account, check, outcome, severity and reason; `rows` are the first of `count`. */
export type GroupRows = { count: number; rows: Row[] };

const groupsOfAPage = 25;
// Ids leave the database as float8: drivers give bigint back as text, or not, by how it is asked for.
const reason = sql`${findingSpans.finding} -> 'reason'`;
const params = sql`(${reason} -> 'params')`;
const code = sql`${reason} ->> 'code'`;
/** What a reason says besides the place that it is about. */
const said = sql`(${params}
  - case when ${params} ->> 'region' = ${findingSpans.region} then 'region' else '' end
  - case when ${params} ->> 'user' = ${findingSpans.finding} ->> 'facet' then 'user' else '' end)`;

/** One page of groups of open findings. Throws DomainError `bad-request` for a wrong cursor. */
export async function readGroupPage(
  db: Database,
  scans: readonly NewestScan[],
  filter: FilterAt,
  page: PageOf,
): Promise<{ groups: GroupRows[]; next: string | null; groupCount: number }> {
  if (scans.length === 0) return { groups: [], next: null, groupCount: 0 };
  const { count = groupsOfAPage } = page;
  const { chain, account, check, outcome, blocked, severity } = findingSpans;
  const { region, resource, id } = findingSpans;
  const edge = page.order === 'asc' ? sql`min` : sql`max`;
  const grouped = db.$with('grouped').as(
    db
      .select({
        at: sql<string | number | Date>`${edge}(${findingSpans[page.sort]})`
          .mapWith(findingSpans[page.sort])
          .as('at'),
        lead: sql<number>`${edge}(${id})::float8`.as('lead'),
        count: sql<number>`count(*)::int`.as('count'),
        ids: sql<
          number[]
        >`(array_agg(${id}::float8 order by ${region}, ${resource}, ${id}))[1:${sql.raw(String(mostOfGroup))}]`.as(
          'ids',
        ),
      })
      .from(findingSpans)
      .where(
        and(
          inArray(
            chain,
            scans.map((scan) => scan.chain),
          ),
          isNull(findingSpans.closedBy),
          ...tokenConditions(filter),
          rowConditions(filter),
        ),
      )
      .groupBy(chain, account, check, outcome, blocked, severity, code, said),
  );
  const way = page.order === 'asc' ? sql`asc` : sql`desc`;
  const found = await db
    .with(grouped)
    .select({
      ...{ at: grouped.at, lead: grouped.lead, count: grouped.count, ids: grouped.ids },
      groupCount: sql<number>`(select count(*)::int from ${grouped})`,
    })
    .from(grouped)
    .where(after(page, grouped))
    .orderBy(sql`${grouped.at} ${way}, ${grouped.lead} ${way}`)
    .limit(count + 1);
  const shown = found.slice(0, count);
  const rows = await rowsById(
    db,
    shown.flatMap(({ ids }) => ids),
  );
  const last = shown.at(-1);
  return {
    groups: shown.map(({ count: all, ids }) => ({
      count: all,
      rows: ids.flatMap((one) => rows.get(one) ?? []),
    })),
    next: found.length > count && last ? cursorOf(groupPlace(page), last.at, last.lead) : null,
    groupCount: found[0]?.groupCount ?? 0,
  };
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

async function rowsById(db: Database, ids: readonly number[]): Promise<ReadonlyMap<number, Row>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(findingSpans)
    .where(inArray(findingSpans.id, [...ids]));
  if (rows.length !== ids.length) throw new DomainError('bad-request');
  return new Map(rows.map((row) => [row.id, row]));
}
