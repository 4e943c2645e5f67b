import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DomainError } from '@ippo/contracts';
import { migrationsFolder, openStore, type Home } from '../database.ts';
import type { OpenBackup } from './backup-file.ts';
import { isEmpty, restoreStore, type Restored } from './restore.ts';

/**
 * Puts a backup into a home that keeps nothing yet: the tables are made as they were when it was written,
 * filled, and then brought up to date. Throws DomainError `home-not-empty`, `backup-newer` or
 * `backup-unreadable`; then the home keeps nothing.
 */
export async function restoreInto(home: Home, backup: OpenBackup): Promise<Restored> {
  const { header } = backup;
  const older = await migrationsUpTo(header.parsed.migrations);
  let restored: Restored;
  try {
    const store = await openStore(home, { migrations: older });
    try {
      if (!(await isEmpty(store.db))) throw new DomainError('home-not-empty');
      restored = await restoreStore(store.db, header, backup.lines);
    } finally {
      await store.close();
    }
  } finally {
    await rm(older, { recursive: true, force: true });
  }
  const upgraded = await openStore(home);
  await upgraded.close();
  return restored;
}

/** A folder with the first migrations only; whoever asks removes it. */
export async function migrationsUpTo(count: number): Promise<string> {
  const journal = path.join('meta', '_journal.json');
  const text = await readFile(path.join(migrationsFolder, journal), 'utf8');
  const known = JSON.parse(text) as { entries: unknown[] };
  if (count > known.entries.length) throw new DomainError('backup-newer');
  const folder = await mkdtemp(path.join(tmpdir(), 'ippo-migrations-'));
  await cp(migrationsFolder, folder, { recursive: true });
  const entries = known.entries.slice(0, count);
  await writeFile(path.join(folder, journal), JSON.stringify({ ...known, entries }));
  return folder;
}
