import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { fromPglite } from 'pg-boss';
import { underMigrationLock, type Database, type EmbeddedStore, type Upgrade } from './database.ts';

/**
 * Opens the embedded database in a folder, in memory without one; `check` as in `Home`. `copyOf` is a dump of the same PGlite
 * version to begin with.
 */
export async function openEmbeddedStore(
  { folder, check }: { folder: string | null; check?: () => void },
  upgrade: Upgrade = {},
  copyOf?: Blob,
): Promise<EmbeddedStore> {
  const client = await PGlite.create({
    ...(folder !== null && { dataDir: folder }),
    ...(copyOf && { loadDataDir: copyOf }),
  });
  if (check) {
    // Everything passes here on its way into the database, on the same turn of the event loop.
    const send = client.execProtocolRawSync.bind(client);
    client.execProtocolRawSync = (message) => {
      check();
      return send(message);
    };
  }
  const embedded = drizzle(client);
  const db = embedded as unknown as Database;
  await underMigrationLock(db, upgrade, (settings) => migrate(embedded, settings));
  return {
    ...{ db, client, home: 'embedded' },
    jobs: { db: fromPglite(client), backend: 'pglite' },
    close: () => client.close(),
  };
}
