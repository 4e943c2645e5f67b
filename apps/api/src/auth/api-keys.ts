import { randomUUID } from 'node:crypto';
import { DomainError, keyPrefix, may, roleSchema, type KeyScope, type Role } from '@ippo/contracts';
import type { Database } from '../store/database.ts';
import { addKey, noteKeyUse, readWorkingKey } from '../store/people-keys.ts';
import { newToken, tokenHash } from './secrets.ts';
import { scopeOfAccounts, type Visitor } from './session.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const wellFormed = new RegExp(`^${keyPrefix}[\\w-]{43}$`);

/**
 * Makes a key of somebody's own; only its hash is kept. Throws DomainError `forbidden` where its scope is
 * wider than their role, and `too-many-keys`.
 */
export async function makeApiKey(
  db: Database,
  { userId, role }: { userId: string; role: Role },
  { name, scope, days }: { name: string; scope: KeyScope; days: number },
  now: Date,
): Promise<{ id: string; key: string; expiresAt: Date }> {
  if (!may(role, scope)) throw new DomainError('forbidden');
  const key = keyPrefix + newToken();
  const id = randomUUID();
  const expiresAt = new Date(now.getTime() + days * dayMs);
  const kept = await addKey(db, {
    ...{ id, userId, name, scope, expiresAt, createdAt: now },
    ...{ hash: tokenHash(key), ending: key.slice(-4) },
  });
  if (!kept) throw new DomainError('too-many-keys');
  return { id, key, expiresAt };
}

/** How a key's requests are told from sessions, to end what they left open. */
export function sessionIdOfKey(id: string): string {
  return `key ${id}`;
}

/** Whose key it is, with what they may do today; null where it does not work. */
export async function readApiKey(db: Database, key: string, now: Date): Promise<Visitor | null> {
  const found = wellFormed.test(key) ? await readWorkingKey(db, tokenHash(key), now) : null;
  if (!found) return null;
  await noteKeyUse(db, found.key, now);
  const { id, name, email, role, accounts } = found.person;
  return {
    ...{ sessionId: sessionIdOfKey(found.key.id), userId: id, name, email, key: found.key.scope },
    ...{ role: roleSchema.safeParse(role).data ?? null, scope: scopeOfAccounts(accounts) },
    // A key is no sign-in: what asks for a recent one is never open to it.
    recentUntil: new Date(0),
  };
}
