import { randomUUID } from 'node:crypto';
import fs, { readFileSync, rmdirSync } from 'node:fs';
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
  const owner = openOwner(folder);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const giveUpAt = Date.now() + staleMs + renewMs;
    for (;;) {
      const release = await tryLock(folder, owner, onLost);
      if (release) {
        await owner.sign();
        return {
          release: async () => {
            if (owner.isUs()) await release();
          },
          check() {
            if (owner.isUs()) return;
            const lost = new DomainError('folder-in-use', { folder });
            onLost(lost);
            throw lost;
          },
        };
      }
      if (Date.now() > giveUpAt || (await owner.isAlive()))
        throw new DomainError('folder-in-use', { folder });
      await pause(retryMs);
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('storage-failed', {}, error);
  }
}

type Owner = {
  /** Writes that the folder is ours. */
  sign(): Promise<void>;
  /** Whether nobody has signed after us. */
  isUs(): boolean;
  /** Whether the process that signed runs on this machine: then waiting is no use. */
  isAlive(): Promise<boolean>;
};

/**
 * Who the folder belongs to. A machine that slept wakes up in the middle of its work, before any timer could look
 * at the lock; whoever took over has signed. The lock itself may look the same: a file system likes to give the
 * number of an entry that went to the one that is made next.
 */
function openOwner(folder: string): Owner {
  const file = path.join(folder, 'in-use.by');
  const own = `${process.pid} ${hostname()} ${randomUUID()}`;
  return {
    sign: () => writeFile(file, own),
    isUs() {
      try {
        return readFileSync(file, 'utf8') === own;
      } catch (error) {
        if (isCode(error, 'ENOENT')) return false;
        throw error;
      }
    },
    async isAlive() {
      const [pid, host] = (await readFile(file, 'utf8').catch(() => '')).split(' ');
      // In a container every start may have the same process id.
      if (host !== hostname() || Number(pid) === process.pid) return false;
      try {
        process.kill(Number(pid), 0);
        return true;
      } catch (error) {
        return isCode(error, 'EPERM');
      }
    },
  };
}

async function tryLock(folder: string, owner: Owner, onLost: (error: Error) => void) {
  return lock(folder, {
    ...{ stale: staleMs, update: renewMs, onCompromised: onLost },
    lockfilePath: path.join(folder, 'in-use.lock'),
    fs: {
      ...fs,
      // The library removes its lock when the process ends, also where that is somebody else's by now.
      rmdirSync: (file: string) => void (owner.isUs() && rmdirSync(file)),
    },
  }).catch((error: unknown) => {
    if (isCode(error, 'ELOCKED')) return null;
    throw error;
  });
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
