import type { SQL } from 'drizzle-orm/sql';
import type { Database } from './database.ts';

/** The rows of a statement; both homes answer with an object that has them. */
export async function rowsOf<Row>(db: Database, statement: SQL): Promise<Row[]> {
  return ((await db.execute(statement)) as { rows: Row[] }).rows;
}
