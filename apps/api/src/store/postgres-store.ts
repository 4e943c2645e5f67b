import { DomainError } from '@ippo/contracts';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { migrationsFolder, underMigrationLock, type Database, type Store } from './database.ts';

/** Connections for queries, and for the job queue, of one process. */
const connections = { queries: 8, jobs: 4 };

/** Opens a PostgreSQL database by its connection string. */
export async function openPostgresStore(url: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, max: connections.queries });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end us.
  pool.on('error', () => {});
  try {
    const held = await pool.connect();
    const holding = drizzle(held);
    await underMigrationLock(holding as unknown as Database, () =>
      migrate(holding, { migrationsFolder }),
    ).finally(() => held.release());
  } catch (error) {
    await pool.end();
    throw new DomainError('storage-failed', {}, error);
  }
  return {
    db: drizzle(pool) as unknown as Database,
    home: 'postgresql',
    jobs: { connectionString: url, max: connections.jobs },
    close: () => pool.end(),
  };
}
