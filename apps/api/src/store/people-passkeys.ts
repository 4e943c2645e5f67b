import { and, eq, gt, isNull, lte } from 'drizzle-orm/sql';
import { recordInAuditLog } from './audit.ts';
import type { Database } from './database.ts';
import { users } from './schema/people.ts';
import { passkeyChallenges, passkeys } from './schema/team.ts';

export type StoredPasskey = typeof passkeys.$inferSelect;

/** A person's passkeys, oldest first. */
export async function listPasskeys(db: Database, userId: string): Promise<StoredPasskey[]> {
  return db
    .select()
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(passkeys.createdAt, passkeys.id);
}

/** A passkey of somebody who was not removed, or null. */
export async function readPasskey(db: Database, id: string): Promise<StoredPasskey | null> {
  const [row] = await db
    .select({ passkey: passkeys })
    .from(passkeys)
    .innerJoin(users, eq(users.id, passkeys.userId))
    .where(and(eq(passkeys.id, id), isNull(users.removedAt)));
  return row?.passkey ?? null;
}

/** Keeps a passkey; false where one with its id is kept already. */
export async function addPasskey(
  db: Database,
  passkey: Omit<StoredPasskey, 'lastUsedAt'>,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const added = await tx.insert(passkeys).values(passkey).onConflictDoNothing().returning();
    if (added.length === 0) return false;
    const { userId: actor, createdAt: at, host, name } = passkey;
    const detail = { name, host };
    await recordInAuditLog(tx, { at, actor, action: 'passkey.added', subject: actor, detail });
    return true;
  });
}

/** Removes a person's own passkey; false where they have no such one. */
export async function removePasskey(
  db: Database,
  userId: string,
  id: string,
  at: Date,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [gone] = await tx
      .delete(passkeys)
      .where(and(eq(passkeys.userId, userId), eq(passkeys.id, id)))
      .returning({ name: passkeys.name, host: passkeys.host });
    if (!gone) return false;
    await recordInAuditLog(tx, {
      ...{ at, actor: userId, action: 'passkey.removed', subject: userId, detail: gone },
    });
    return true;
  });
}

/** Notes a use of a passkey; false where its counter was used meanwhile. */
export async function notePasskeyUse(
  db: Database,
  { id, counter }: StoredPasskey,
  newCounter: number,
  at: Date,
): Promise<boolean> {
  const noted = await db
    .update(passkeys)
    .set({ counter: newCounter, lastUsedAt: at })
    .where(and(eq(passkeys.id, id), eq(passkeys.counter, counter)))
    .returning({ id: passkeys.id });
  return noted.length > 0;
}

/** Keeps the hash of a challenge, of one person or, for sign-in, of nobody yet; old ones go. */
export async function keepChallenge(
  db: Database,
  challenge: { hash: string; userId: string | null; expiresAt: Date },
  now: Date,
): Promise<void> {
  await db.delete(passkeyChallenges).where(lte(passkeyChallenges.expiresAt, now));
  await db.insert(passkeyChallenges).values(challenge);
}

/** Uses up a challenge; false where it was not given to this person, was used, or is too old. */
export async function useChallenge(
  db: Database,
  hash: string,
  userId: string | null,
  now: Date,
): Promise<boolean> {
  const used = await db
    .delete(passkeyChallenges)
    .where(
      and(
        eq(passkeyChallenges.hash, hash),
        userId === null ? isNull(passkeyChallenges.userId) : eq(passkeyChallenges.userId, userId),
        gt(passkeyChallenges.expiresAt, now),
      ),
    )
    .returning({ hash: passkeyChallenges.hash });
  return used.length > 0;
}
