import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '@ippo/contracts';
import { lock } from 'proper-lockfile';

/**
 * Takes the data folder for this process, creating it where needed; the embedded database has no lock
 * of its own. Throws DomainError `folder-in-use` or `storage-failed`. Returns what gives it back.
 */
export async function lockFolder(
  folder: string,
  onLost: (error: Error) => void,
): Promise<() => Promise<void>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return await lock(folder, {
      lockfilePath: path.join(folder, 'in-use.lock'),
      stale: 10_000,
      update: 2_000,
      onCompromised: onLost,
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ELOCKED')
      throw new DomainError('folder-in-use', { folder }, error);
    throw new DomainError('storage-failed', {}, error);
  }
}
