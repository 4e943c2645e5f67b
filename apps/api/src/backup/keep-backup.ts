import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { DomainError, type Backup } from '@ippo/contracts';
import type { Config } from '../config.ts';
import type { Database } from '../store/database.ts';
import { writeBackup } from '../store/backup/backup-file.ts';
import { backedUpSecrets } from '../auth/backed-up-secrets.ts';
import { openSecret } from '../auth/open-secret.ts';
import { version } from '../version.ts';

/** Why Ippo made a backup by itself. */
export type BackupReason = 'daily' | 'asked-for' | 'before-upgrade';

/** Of each reason the newest so many stay. */
const kept = 7;

/** Where the backups lie that Ippo makes by itself. */
export function backupsFolder({ dataFolder }: Config): string {
  return path.join(dataFolder, 'backups');
}

/**
 * Backs up into the data folder and removes older ones of the same reason; the path of the new file.
 * Throws DomainError `backup-not-written`.
 */
export async function keepBackup(
  db: Database,
  config: Config,
  reason: BackupReason,
  at: Date,
): Promise<string> {
  const folder = backupsFolder(config);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const passphrase = await openSecret(config, 'backup-passphrase');
  const secrets = await backedUpSecrets(config);
  const about = { madeAt: at.toISOString(), version, secrets };
  const file = await writeUnderFreeName(folder, reason, at, (name) =>
    writeBackup(db, name, passphrase, about),
  );
  const names = (await readdir(folder)).filter((name) => name.endsWith(`-${reason}.age`));
  for (const name of names.toSorted().slice(0, -kept)) await rm(path.join(folder, name));
  return file;
}

/** Named by the time; a backup asked for in the same millisecond as another takes the next one. */
async function writeUnderFreeName(
  folder: string,
  reason: BackupReason,
  at: Date,
  write: (file: string) => Promise<unknown>,
): Promise<string> {
  const time = at.toISOString().replaceAll(/[-:]/g, '');
  const file = path.join(folder, `ippo-${time}-${reason}.age`);
  try {
    await write(file);
    return file;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'file-exists') throw error;
    return await writeUnderFreeName(folder, reason, new Date(at.getTime() + 1), write);
  }
}

/** The backups that Ippo made by itself, newest first. */
export async function listBackups(config: Config): Promise<Backup[]> {
  const folder = backupsFolder(config);
  const names = await readdir(folder).catch(() => []);
  const found = names
    .filter((name) => name.endsWith('.age'))
    .map(async (name) => {
      const { size, mtime } = await stat(path.join(folder, name));
      return { name, bytes: size, madeAt: mtime.toISOString() };
    });
  return (await Promise.all(found)).toSorted((a, b) => (a.name < b.name ? 1 : -1));
}
