import { createHash, randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '@ippo/contracts';

/** Signs session cookies and seals second factors; opens the backups that Ippo makes by itself. */
export type OwnSecret = 'session-secret' | 'backup-passphrase';

/** A secret of this install: made once, kept in the given folder for its owner's eyes only. */
export async function ownSecret(
  folder: string,
  name: OwnSecret | 'database-password',
): Promise<string> {
  try {
    return await readOrMake(path.join(folder, name));
  } catch (error) {
    throw new DomainError('storage-failed', {}, error);
  }
}

/** 256 random bits for a URL. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: its SHA-256 (hex). 256 random bits need no slow hash. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

async function readOrMake(file: string): Promise<string> {
  const known = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  if (known.length >= 43) return known;
  const secret = newToken();
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.chmod(0o600);
    await handle.writeFile(secret);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return secret;
}
