import { existsSync } from 'node:fs';
import { DomainError } from '@ippo/contracts';
import { readConfig, type Config } from '../config.ts';
import { homeOf, lockHome, openHome } from '../server/open-home.ts';
import type { Database } from '../store/database.ts';

/**
 * Opens what this install keeps, where no server works on it in the same folder. Throws DomainError
 * `no-data-folder`, as nothing is made where there is none, or `folder-in-use`.
 */
export async function onData(act: (db: Database, config: Config) => Promise<void>): Promise<void> {
  const config = readConfig();
  const home = homeOf(config);
  if ('folder' in home && (home.folder === null || !existsSync(home.folder)))
    throw new DomainError('no-data-folder', { folder: config.dataFolder });
  const held = await lockHome(config, (error) => {
    throw error;
  });
  try {
    const store = await openHome(config, held);
    try {
      await act(store.db, config);
    } finally {
      await store.close();
    }
  } finally {
    await held.release();
  }
}
