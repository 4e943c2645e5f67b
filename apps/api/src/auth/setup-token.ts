import type { Database } from '../store/database.ts';
import { ownerExists, replaceSetupToken } from '../store/people.ts';
import { newToken, tokenHash } from './secrets.ts';

const lifetimeMs = 30 * 60 * 1_000;

/** A new setup token, the only one that works, while nobody owns this install; else null. */
export async function issueSetupToken(db: Database, now: Date): Promise<string | null> {
  if (await ownerExists(db)) return null;
  const token = newToken();
  const expiresAt = new Date(now.getTime() + lifetimeMs);
  await replaceSetupToken(db, { hash: tokenHash(token), expiresAt });
  return token;
}
