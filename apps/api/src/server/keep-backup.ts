import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config.ts';
import type { Database } from '../store/database.ts';
import { writeBackup } from '../store/backup/backup-file.ts';
import { openSecret } from './open-secret.ts';
import { version } from '../version.ts';

/** Why Ippo made a backup by itself. */
export type BackupReason = 'daily' | 'before-upgrade';

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
  const time = at.toISOString().replaceAll(/[-:]/g, '').replace(/\.\d+/, '');
  const file = path.join(folder, `ippo-${time}-${reason}.age`);
  const passphrase = await openSecret(config, 'backup-passphrase');
  const secrets = { 'session-secret': await openSecret(config, 'session-secret') };
  await writeBackup(db, file, passphrase, { madeAt: at.toISOString(), version, secrets });
  const names = (await readdir(folder)).filter((name) => name.endsWith(`-${reason}.age`));
  for (const name of names.toSorted().slice(0, -kept)) await rm(path.join(folder, name));
  return file;
}
