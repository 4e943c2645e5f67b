import { DomainError } from '@ippo/contracts';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { underMigrationLock, type Database, type Store, type Upgrade } from './database.ts';

/** Connections for queries, and for the job queue, of one process. */
const connections = { queries: 8, jobs: 4 };
/** A server that is gone must answer a request with an error, not with silence. */
const connectWithinMs = 5_000;
/** As `server_version_num` says it. */
const oldestServer = { number: 150_000, name: 'PostgreSQL 15' };

/**
 * Opens a PostgreSQL database by its connection string. Throws DomainError `database-unreachable` where
 * it does not let us in or is too old.
 */
export async function openPostgresStore(url: string, upgrade: Upgrade = {}): Promise<Store> {
  const pool = new pg.Pool({
    ...{ connectionString: url, max: connections.queries, application_name: 'ippo' },
    connectionTimeoutMillis: connectWithinMs,
  });
  // A connection that breaks while nobody asks anything over it is replaced by the pool, or fails the next
  // query of its transaction; without listeners, one for each of the two, it would end us.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    const held = await pool.connect();
    try {
      await refuseOldServer(held);
      const holding = drizzle(held);
      await underMigrationLock(holding, upgrade, (settings) => migrate(holding, settings));
    } finally {
      held.release();
    }
  } catch (error) {
    await pool.end();
    throw unreachable(error);
  }
  const db = drizzle(pool);
  // The library's own keeps a connection for ever over which a transaction could not begin: eight of
  // those, and no query finds one any more.
  db.transaction = async (act, settings) => {
    const client = await pool.connect();
    try {
      return await drizzle(client).transaction(act, settings);
    } finally {
      client.release();
    }
  };
  return {
    db: db as unknown as Database,
    home: 'postgresql',
    jobs: { connectionString: url, max: connections.jobs, application_name: 'ippo jobs' },
    close: () => pool.end(),
  };
}

async function refuseOldServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ number: string; name: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as name",
  );
  if (Number(rows[0]?.number) >= oldestServer.number) return;
  const why = `it is PostgreSQL ${rows[0]?.name}, and Ippo needs ${oldestServer.name} or newer`;
  throw new DomainError('database-unreachable', { why });
}

/** Says what the server or the network said; neither repeats the password. */
function unreachable(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  // Several addresses that refused are one error without a message of its own.
  const said = cause instanceof AggregateError ? cause.errors.at(-1) : cause;
  const why = said instanceof Error ? said.message : String(said);
  return new DomainError('database-unreachable', { why }, error);
}
