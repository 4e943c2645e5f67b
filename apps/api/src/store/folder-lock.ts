import { statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '@ippo/contracts';
import { lock } from 'proper-lockfile';

/** A folder that is this process's own. */
export type HeldFolder = {
  release(): Promise<void>;
  /** Throws, after `onLost`, where another process took the folder: for the moment before each statement. */
  check(): void;
};

/** A lock that was not renewed for this long belongs to a process that was killed. */
const staleMs = 6_000;
const renewMs = 1_500;
const retryMs = 500;

/**
 * Takes the data folder for this process, creating it where needed; the embedded database has no lock
 * of its own. Waits for the lock of a killed process to go stale. Throws DomainError `folder-in-use` or
 * `storage-failed`.
 */
export async function lockFolder(
  folder: string,
  onLost: (error: Error) => void,
): Promise<HeldFolder> {
  const ownerFile = path.join(folder, 'in-use.by');
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const giveUpAt = Date.now() + staleMs + renewMs;
    for (;;) {
      const release = await tryLock(folder, onLost);
      if (release) {
        await writeFile(ownerFile, ownName(process.pid));
        return { release, check: ownershipCheck(folder, onLost) };
      }
      if (Date.now() > giveUpAt || isAlive(await readFile(ownerFile, 'utf8').catch(() => '')))
        throw new DomainError('folder-in-use', { folder });
      await pause(retryMs);
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('storage-failed', {}, error);
  }
}

/**
 * A machine that slept wakes up in the middle of its work, before any timer could look at the lock. Whoever took
 * over made the lock anew, so it is another entry of the file system.
 */
function ownershipCheck(folder: string, onLost: (error: Error) => void): () => void {
  const file = lockFileOf(folder);
  const { ino } = statSync(file);
  return () => {
    if (statSync(file, { throwIfNoEntry: false })?.ino === ino) return;
    const lost = new DomainError('folder-in-use', { folder });
    onLost(lost);
    throw lost;
  };
}

function lockFileOf(folder: string): string {
  return path.join(folder, 'in-use.lock');
}

async function tryLock(folder: string, onLost: (error: Error) => void) {
  const options = { stale: staleMs, update: renewMs, onCompromised: onLost };
  return lock(folder, { ...options, lockfilePath: lockFileOf(folder) }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ELOCKED') return null;
    throw error;
  });
}

/** Whether the process that wrote its name runs on this machine: then waiting is no use. */
function isAlive(owner: string): boolean {
  const pid = Number(owner.split(' ')[0]);
  // In a container every start may have the same process id.
  if (owner !== ownName(pid) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function ownName(pid: number): string {
  return `${pid} ${hostname()}`;
}
