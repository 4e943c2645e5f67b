import { desc, gt, isNull, or, sql } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { scans } from './schema/scans.ts';
import type { StoredScan } from './scans.ts';

/** More than a page shows; who was away for longer asks for the list anew. */
const atMost = 200;

/** The number of the newest change of any scan; 0 before the first. */
export async function newestChange(db: Database): Promise<number> {
  const [row] = await db
    .select({ newest: sql`coalesce(max(${scans.changed}), 0)`.mapWith(Number) })
    .from(scans);
  return row?.newest ?? 0;
}

/**
 * Scans that changed after a number, oldest change first. Changes may become visible out of order, so
 * what is unfinished or ended in the last minutes is always among them.
 */
export async function listChangedScans(db: Database, after: number): Promise<StoredScan[]> {
  const rows = await db
    .select()
    .from(scans)
    .where(
      or(
        gt(scans.changed, after),
        isNull(scans.finishedAt),
        gt(scans.finishedAt, sql`now() - interval '2 minutes'`),
      ),
    )
    .orderBy(desc(scans.changed))
    .limit(atMost);
  return rows.toReversed();
}
