import type { Storage } from '@ippo/contracts';
import { count, min, sql } from 'drizzle-orm/sql';
import { rowsOf } from './rows-of.ts';
import type { Database } from './database.ts';
import { scans } from './schema/scans.ts';

/** How large the database is on its own disk, by what it holds. */
export async function readStoreSize(db: Database): Promise<Storage['bytes']> {
  const [row] = await rowsOf<Storage['bytes']>(
    db,
    sql`
    select pg_database_size(current_database())::float8 as all,
           (pg_total_relation_size('evidence') + pg_total_relation_size('facts'))::float8 as evidence,
           pg_total_relation_size('reports')::float8 as reports,
           (pg_total_relation_size('finding_spans') + pg_total_relation_size('scan_summaries'))::float8
             as findings
  `,
  );
  return row ?? { all: 0, evidence: 0, reports: 0, findings: 0 };
}

/** How many scans are known, how many of them were pruned, and when the oldest unpruned one ended. */
export async function readKeptScans(db: Database): Promise<Storage['scans']> {
  const [row] = await db
    .select({
      count: count(),
      pruned: count(scans.prunedAt),
      oldest: min(sql`case when ${scans.prunedAt} is null then ${scans.finishedAt} end`).mapWith(
        scans.finishedAt,
      ),
    })
    .from(scans);
  return {
    count: row?.count ?? 0,
    pruned: row?.pruned ?? 0,
    oldest: row?.oldest?.toISOString() ?? null,
  };
}
