import path from 'node:path';
import type { Config } from '../config.ts';
import { openStore, type Home, type Store } from '../store/database.ts';
import { lockFolder, type HeldFolder } from '../store/folder-lock.ts';
import { keepBackup } from '../backup/keep-backup.ts';

/** Takes the data folder where the database lives in it; PostgreSQL is there for many. */
export async function lockHome(
  { databaseUrl, dataFolder }: Config,
  onLost: (error: Error) => void,
): Promise<HeldFolder> {
  if (databaseUrl === null) return lockFolder(dataFolder, onLost);
  return { release: async () => {}, check: () => {} };
}

/** Where the settings say that the data is. */
export function homeOf({ databaseUrl, dataFolder }: Config): Home {
  return databaseUrl === null
    ? { folder: path.join(dataFolder, 'database') }
    : { url: databaseUrl };
}

/** Opens the database that the settings name; what an older version left is backed up first. */
export function openHome(config: Config, { check }: HeldFolder): Promise<Store> {
  return openStore(
    { ...homeOf(config), check },
    {
      before: async (db) => void (await keepBackup(db, config, 'before-upgrade', new Date())),
    },
  );
}
