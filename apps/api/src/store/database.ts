import path from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm/sql';
import type { ConstructorOptions } from 'pg-boss';

/** What queries need: the same for PGlite and PostgreSQL, and for a transaction of either. */
export type Database = PgDatabase<PgQueryResultHKT>;

/** The database, open and up to date. */
export type Store = {
  db: Database;
  /** Embedded: this process alone, a folder. PostgreSQL: several processes, a server. */
  home: 'embedded' | 'postgresql';
  /** How the job queue reaches the same database; it keeps its own tables. */
  jobs: Pick<ConstructorOptions, 'db' | 'backend' | 'connectionString' | 'max'>;
  close(): Promise<void>;
};

/** Where the data is kept: a folder (in memory where null), or a PostgreSQL server. */
export type Home = { folder: string | null } | { url: string };

/** Where every migration lies, for both homes. */
export const migrationsFolder = path.join(import.meta.dirname, 'migrations');
/** Any fixed number: it only has to be the same in every process. */
const migrationLock = 5_470_001;

/**
 * Opens the database and brings its tables up to date. Throws DomainError `storage-failed` where it
 * cannot be reached.
 */
export async function openStore(home: Home): Promise<Store> {
  // Each brings a driver of tens of megabytes: only the one in use is loaded.
  if ('url' in home) {
    const { openPostgresStore } = await import('./postgres-store.ts');
    return openPostgresStore(home.url);
  }
  const { openEmbeddedStore } = await import('./embedded-store.ts');
  return openEmbeddedStore(home.folder);
}

/** Runs migrations while no other process does; `hold` must be one connection throughout. */
export async function underMigrationLock(hold: Database, migrate: () => Promise<void>) {
  await hold.execute(sql`select pg_advisory_lock(${migrationLock})`);
  try {
    await migrate();
  } finally {
    await hold.execute(sql`select pg_advisory_unlock(${migrationLock})`);
  }
}

/** Whether the database answers. */
export async function databaseAnswers(db: Database): Promise<boolean> {
  return db.execute(sql`select 1`).then(
    () => true,
    () => false,
  );
}

/** The embedded database's own handle, for dumps. */
export type EmbeddedStore = Store & { client: PGlite };
