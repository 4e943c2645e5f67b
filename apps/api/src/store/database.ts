import path from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { DomainError } from '@ippo/contracts';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { sql } from 'drizzle-orm/sql';
import type { ConstructorOptions } from 'pg-boss';
import { rowsOf } from './rows-of.ts';
import { carryOver } from './carry-over.ts';

/** What queries need: the same for PGlite and PostgreSQL, and for a transaction of either. */
export type Database = PgDatabase<PgQueryResultHKT>;

/** The database, open and up to date. */
export type Store = {
  db: Database;
  /** Embedded: this process alone, a folder. PostgreSQL: several processes, a server. */
  home: 'embedded' | 'postgresql';
  /** How the job queue reaches the same database; it keeps its own tables. */
  jobs: Pick<
    ConstructorOptions,
    'db' | 'backend' | 'connectionString' | 'max' | 'application_name'
  >;
  close(): Promise<void>;
};

/** Where the data is kept: a folder (in memory where null), or a PostgreSQL server. */
export type Home =
  | {
      folder: string | null;
      /** Throws where the folder is no longer this process's own; called before each statement. */
      check?: () => void;
    }
  | { url: string };

/** How tables are brought up to date. */
export type Upgrade = {
  /** The folder of migrations, where it is not our own. */
  migrations?: string;
  /** Called while the tables are as an older version left them; an error stops the upgrade. */
  before?: (db: Database) => Promise<void>;
};

/** Where every migration lies, for both homes. */
export const migrationsFolder = path.join(import.meta.dirname, 'migrations');
/** Any fixed number: it only has to be the same in every process. */
const migrationLock = 5_470_001;

/**
 * Opens the database and brings its tables up to date. Throws DomainError `database-unreachable` where
 * a server does not let us in.
 */
export async function openStore(home: Home, upgrade: Upgrade = {}): Promise<Store> {
  // Each brings a driver of tens of megabytes: only the one in use is loaded.
  if ('url' in home) {
    const { openPostgresStore } = await import('./postgres-store.ts');
    return openPostgresStore(home.url, upgrade);
  }
  const { openEmbeddedStore } = await import('./embedded-store.ts');
  return openEmbeddedStore(home, upgrade);
}

/** Runs migrations while no other process does; `hold` must be one connection throughout. */
export async function underMigrationLock(
  hold: Database,
  { migrations = migrationsFolder, before }: Upgrade,
  migrate: (settings: { migrationsFolder: string }) => Promise<void>,
): Promise<void> {
  await hold.execute(sql`select pg_advisory_lock(${migrationLock})`);
  try {
    const done = await migrationsDone(hold);
    const known = readMigrationFiles({ migrationsFolder: migrations }).length;
    if (done > known) throw new DomainError('database-newer');
    if (done > 0 && done < known) await before?.(hold);
    await migrate({ migrationsFolder: migrations });
    if (migrations === migrationsFolder) await carryOver(hold);
  } finally {
    await hold.execute(sql`select pg_advisory_unlock(${migrationLock})`);
  }
}

/** How many migrations a database has behind it; none where it is new. */
export async function migrationsDone(db: Database): Promise<number> {
  const [table] = await rowsOf<{ there: boolean }>(
    db,
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  );
  if (!table?.there) return 0;
  const [counted] = await rowsOf<{ count: number }>(
    db,
    sql`select count(*)::int as count from drizzle.__drizzle_migrations`,
  );
  return counted?.count ?? 0;
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
