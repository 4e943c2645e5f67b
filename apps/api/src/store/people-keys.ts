import { and, asc, count, eq, gt, isNull, lte, or } from 'drizzle-orm/sql';
import { recordInAuditLog } from './audit.ts';
import type { Database } from './database.ts';
import type { StoredPerson } from './people.ts';
import { users } from './schema/people.ts';
import { apiKeys } from './schema/team.ts';

export type StoredKey = typeof apiKeys.$inferSelect;

/** Keys that one person may have. */
const mostKeys = 20;
/** How exact a last use is kept: a busy program must not write at every request. */
const lastUseMs = 60_000;

/** A person's keys, the oldest first. */
export async function listKeys(db: Database, userId: string): Promise<StoredKey[]> {
  return db
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.userId, userId))
    .orderBy(asc(apiKeys.createdAt), apiKeys.id);
}

/** Keeps a key; false where the person has as many as one may have. */
export async function addKey(db: Database, key: Omit<StoredKey, 'lastUsedAt'>): Promise<boolean> {
  return db.transaction(async (tx) => {
    const { userId, name, scope, ending, createdAt, expiresAt } = key;
    // The person's row, so that keys made at the same moment are counted one after the other.
    await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update');
    const [held] = await tx
      .select({ count: count() })
      .from(apiKeys)
      .where(eq(apiKeys.userId, userId));
    if ((held?.count ?? 0) >= mostKeys) return false;
    await tx.insert(apiKeys).values(key);
    const detail = { name, scope, ending, until: expiresAt.toISOString() };
    await recordInAuditLog(tx, {
      ...{ at: createdAt, actor: userId, action: 'key.made', subject: key.id, detail },
    });
    return true;
  });
}

/** Revokes one of a person's keys; false where there is no such one. Whose it was is told to the log. */
export async function revokeKey(
  db: Database,
  { actor, userId, id, at }: { actor: string; userId: string; id: string; at: Date },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [gone] = await tx
      .delete(apiKeys)
      .where(and(eq(apiKeys.userId, userId), eq(apiKeys.id, id)))
      .returning();
    if (!gone) return false;
    const detail = {
      ...{ name: gone.name, ending: gone.ending },
      ...(actor !== userId && { person: userId }),
    };
    await recordInAuditLog(tx, { at, actor, action: 'key.revoked', subject: id, detail });
    return true;
  });
}

/** A key that works now, with its person as they are now; null for any other. */
export async function readWorkingKey(
  db: Database,
  hash: string,
  now: Date,
): Promise<{ key: StoredKey; person: StoredPerson } | null> {
  const [found] = await db
    .select({ key: apiKeys, person: users })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.userId))
    .where(
      and(
        eq(apiKeys.hash, hash),
        gt(apiKeys.expiresAt, now),
        isNull(users.removedAt),
        or(isNull(users.accessUntil), gt(users.accessUntil, now)),
      ),
    );
  return found ?? null;
}

/** Notes a use of a key, at most once a minute. */
export async function noteKeyUse(db: Database, { id }: StoredKey, now: Date): Promise<void> {
  const before = new Date(now.getTime() - lastUseMs);
  await db
    .update(apiKeys)
    .set({ lastUsedAt: now })
    .where(
      and(eq(apiKeys.id, id), or(isNull(apiKeys.lastUsedAt), lte(apiKeys.lastUsedAt, before))),
    );
}

/** Takes every key of a person away; how many there were. */
export async function removeKeysOf(tx: Database, userId: string): Promise<number> {
  const gone = await tx
    .delete(apiKeys)
    .where(eq(apiKeys.userId, userId))
    .returning({ id: apiKeys.id });
  return gone.length;
}
