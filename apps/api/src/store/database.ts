import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { sql } from 'drizzle-orm/sql';

/** What queries need: the same for PGlite and PostgreSQL, and for a transaction of either. */
export type Database = PgDatabase<PgQueryResultHKT>;

/** The embedded database, open. `client` is for the job queue, which keeps its own tables. */
export type EmbeddedStore = { db: Database; client: PGlite; close(): Promise<void> };

const migrationsFolder = path.join(import.meta.dirname, 'migrations');
/** Any fixed number: it only has to be the same in every process. */
const migrationLock = 5_470_001;

/**
 * Opens the database in a folder (in memory without one) and brings its tables up to date. `copyOf` is a
 * dump of the same PGlite version to begin with.
 */
export async function openEmbeddedStore(
  folder: string | null,
  copyOf?: Blob,
): Promise<EmbeddedStore> {
  const client = await PGlite.create({
    ...(folder !== null && { dataDir: folder }),
    ...(copyOf && { loadDataDir: copyOf }),
  });
  const embedded = drizzle(client);
  await embedded.execute(sql`select pg_advisory_lock(${migrationLock})`);
  try {
    await migrate(embedded, { migrationsFolder });
  } finally {
    await embedded.execute(sql`select pg_advisory_unlock(${migrationLock})`);
  }
  return { db: embedded as unknown as Database, client, close: () => client.close() };
}

/** Whether the database answers. */
export async function databaseAnswers(db: Database): Promise<boolean> {
  return db.execute(sql`select 1`).then(
    () => true,
    () => false,
  );
}
