import { and, eq, gt, isNull } from 'drizzle-orm/sql';
import { recordInAuditLog } from './audit.ts';
import type { Database } from './database.ts';
import { removeKeysOf } from './people-keys.ts';
import { endSessions } from './people-sessions.ts';
import { signInMethods, users } from './schema/people.ts';
import { passkeys, passwordResets } from './schema/team.ts';

const byPassword = eq(signInMethods.providerId, 'credential');

/** The hash of a person's password, or null where they have none. */
export async function readPasswordHash(db: Database, userId: string): Promise<string | null> {
  const [method] = await db
    .select({ password: signInMethods.password })
    .from(signInMethods)
    .where(and(eq(signInMethods.userId, userId), byPassword));
  return method?.password ?? null;
}

/** Changes one's own password and ends every other session; the ids of those that ended. */
export async function changeOwnPassword(
  db: Database,
  { userId, sessionId, at }: { userId: string; sessionId: string; at: Date },
  passwordHash: string,
): Promise<string[]> {
  return db.transaction(async (tx) => {
    await setPassword(tx, userId, passwordHash, at);
    const ended = await endSessions(tx, userId, { but: sessionId });
    const detail = { ended: String(ended.length) };
    await recordInAuditLog(tx, {
      ...{ at, actor: userId, action: 'password.changed', subject: userId, detail },
    });
    return ended;
  });
}

/** Keeps a reset link by its hash, made by an owner or the command line; earlier ones stop working. */
export async function addPasswordReset(
  db: Database,
  reset: { hash: string; userId: string; by: string | null; at: Date; expiresAt: Date },
): Promise<void> {
  const { hash, userId, by, at, expiresAt } = reset;
  await db.transaction(async (tx) => {
    // The person's row, so that of links made at the same moment only the last one works.
    await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update');
    await tx.delete(passwordResets).where(eq(passwordResets.userId, userId));
    await tx
      .insert(passwordResets)
      .values({ hash, userId, createdBy: by, createdAt: at, expiresAt });
    const detail = {
      linkUntil: expiresAt.toISOString(),
      ...(by === null && { by: 'command line' }),
    };
    await recordInAuditLog(tx, { at, actor: by, action: 'reset.created', subject: userId, detail });
  });
}

/** Whose password a reset link sets, and until when; null where it does not work. */
export async function readUsableReset(
  db: Database,
  hash: string,
  now: Date,
): Promise<{ userId: string; email: string; expiresAt: Date } | null> {
  const [row] = await db
    .select({ userId: users.id, email: users.email, expiresAt: passwordResets.expiresAt })
    .from(passwordResets)
    .innerJoin(users, eq(users.id, passwordResets.userId))
    .where(and(usable(hash, now), isNull(users.removedAt)));
  return row ?? null;
}

/**
 * Uses up a reset link: the new password holds, every session ends, and passkeys and API keys go, as
 * whoever had got into the account may have added one. The ids of the ended sessions; null where it does not work.
 */
export async function usePasswordReset(
  db: Database,
  hash: string,
  passwordHash: string,
  now: Date,
): Promise<{ userId: string; ended: string[] } | null> {
  return db.transaction(async (tx) => {
    const [reset] = await tx
      .update(passwordResets)
      .set({ usedAt: now })
      .where(usable(hash, now))
      .returning({ userId: passwordResets.userId });
    if (!reset) return null;
    const { userId } = reset;
    await setPassword(tx, userId, passwordHash, now);
    const gone = await tx.delete(passkeys).where(eq(passkeys.userId, userId)).returning();
    const ended = await endSessions(tx, userId);
    const keys = await removeKeysOf(tx, userId);
    const detail = {
      ended: String(ended.length),
      passkeysRemoved: String(gone.length),
      keysRemoved: String(keys),
    };
    await recordInAuditLog(tx, {
      ...{ at: now, actor: userId, action: 'reset.used', subject: userId, detail },
    });
    return { userId, ended };
  });
}

async function setPassword(tx: Database, userId: string, hash: string, at: Date): Promise<void> {
  await tx
    .update(signInMethods)
    .set({ password: hash, updatedAt: at })
    .where(and(eq(signInMethods.userId, userId), byPassword));
}

function usable(hash: string, now: Date) {
  return and(
    eq(passwordResets.hash, hash),
    isNull(passwordResets.usedAt),
    gt(passwordResets.expiresAt, now),
  );
}
