import { count } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { scans } from './schema/scans.ts';

/** How many scans there are of each status. */
export async function countScansByStatus(db: Database) {
  return db.select({ status: scans.status, scans: count() }).from(scans).groupBy(scans.status);
}
