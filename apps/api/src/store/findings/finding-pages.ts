import type { FindingRow, FindingSort } from '@ippo/contracts';
import { DomainError, linesOfAPage } from '@ippo/contracts';
import { and, asc, desc, inArray, isNull, sql, type SQL } from 'drizzle-orm/sql';
import { z } from 'zod';
import type { Database } from '../database.ts';
import { findingSpans } from '../schema/findings.ts';
import { rowConditions, severityOf, tokenConditions, type FilterAt } from './finding-filter.ts';
import { groupIdOf } from './group-id.ts';
import type { NewestScan } from './newest-scans.ts';

type Row = typeof findingSpans.$inferSelect;
/** What a list shows of a stored finding. */
export type ShownRow = Pick<
  Row,
  | 'chain'
  | 'fingerprint'
  | 'alike'
  | 'account'
  | 'check'
  | 'severity'
  | 'outcome'
  | 'blocked'
  | 'finding'
  | 'change'
  | 'since'
  | 'firstSeen'
>;
/** How a list is sorted, and where its page begins. */
export type PageOf = {
  sort: FindingSort;
  order: 'asc' | 'desc';
  cursor?: string | undefined;
  /** Rows of a page; 50 unless said. */
  count?: number;
};

/** Ascending severity is worst first. */
const columns = {
  severity: findingSpans.severity,
  since: findingSpans.since,
  check: findingSpans.check,
  outcome: findingSpans.outcome,
  region: findingSpans.region,
  resource: findingSpans.resource,
} as const satisfies Record<FindingSort, unknown>;
const cursorSchema = z.tuple([
  z.string(),
  z.union([z.string(), z.number().int().min(0).max(10)]),
  z.number().int().min(0),
]);

/** One page of the open findings of some accounts. Throws DomainError `bad-request` for a wrong cursor. */
export async function readFindingPage(
  db: Database,
  scans: readonly NewestScan[],
  filter: FilterAt,
  page: PageOf,
): Promise<{ rows: Row[]; next: string | null }> {
  if (scans.length === 0) return { rows: [], next: null };
  const { count = linesOfAPage.findings } = page;
  const column = columns[page.sort];
  const direction = page.order === 'asc' ? asc : desc;
  const found = await db
    .select()
    .from(findingSpans)
    .where(
      and(
        inArray(
          findingSpans.chain,
          scans.map(({ chain }) => chain),
        ),
        isNull(findingSpans.closedBy),
        ...tokenConditions(filter),
        rowConditions(filter),
        after(page),
      ),
    )
    .orderBy(direction(column), direction(findingSpans.id))
    .limit(count + 1);
  const rows = found.slice(0, count);
  const last = rows.at(-1);
  return { rows, next: found.length > count && last ? endOf(page, last) : null };
}

/** A stored finding as the API shows it; `reason` where its instants are known. */
export function toFindingRow(row: ShownRow, reason = row.finding.reason): FindingRow {
  const { fingerprint, account, check, outcome, blocked, finding, change, since, firstSeen } = row;
  return {
    ...{ fingerprint, account, check, outcome, blocked, reason, change },
    group: groupIdOf(row),
    severity: severityOf(row.severity),
    ...(finding.region !== undefined && { region: finding.region }),
    ...(finding.resource !== undefined && { resource: finding.resource }),
    ...(finding.facet !== undefined && { facet: finding.facet }),
    since: since.toISOString(),
    firstSeen: firstSeen.toISOString(),
  };
}

function endOf({ sort, order }: PageOf, row: Row): string {
  return cursorOf(`${sort} ${order}`, row[sort], row.id);
}

/** Where a page ended: what list it is of, the value that it is sorted by, and the row's id. */
export function cursorOf(place: string, value: string | number | Date, id: number): string {
  const at = value instanceof Date ? value.toISOString() : value;
  return Buffer.from(JSON.stringify([place, at, id])).toString('base64url');
}

/** Throws DomainError `bad-request` for the cursor of another list. */
export function readCursor(
  place: string,
  sort: FindingSort,
  cursor: string,
): { value: string | number | Date; id: number } {
  const [of, at, id] = parsed(cursor);
  if (of !== place || (typeof at === 'number') !== (sort === 'severity'))
    throw new DomainError('bad-request');
  return { value: sort === 'since' ? instant(at) : at, id };
}

function after({ sort, order, cursor }: PageOf): SQL | undefined {
  if (cursor === undefined) return undefined;
  const { value, id } = readCursor(`${sort} ${order}`, sort, cursor);
  const than = order === 'asc' ? sql`>` : sql`<`;
  return sql`(${columns[sort]}, ${findingSpans.id}) ${than} (${sql.param(value, columns[sort])}, ${id})`;
}

function parsed(cursor: string): z.infer<typeof cursorSchema> {
  try {
    const text = Buffer.from(cursor, 'base64url').toString('utf8');
    return cursorSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new DomainError('bad-request', {}, error);
  }
}

function instant(text: string | number): Date {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new DomainError('bad-request');
  return time;
}
