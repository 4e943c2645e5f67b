import { and, desc, eq, gt, isNull, ne, or } from 'drizzle-orm/sql';
import { recordInAuditLog } from './audit.ts';
import type { Database } from './database.ts';
import { sessions, users, verifications } from './schema/people.ts';

export type StoredSession = typeof sessions.$inferSelect;

/** Whether a person was neither removed nor has an end that is over. */
export async function mayStillSignIn(db: Database, userId: string, now: Date): Promise<boolean> {
  const found = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), stillHere(now)));
  return found.length > 0;
}

/** A person's live sessions, the one seen last first. */
export async function listSessions(
  db: Database,
  userId: string,
  now: Date,
): Promise<StoredSession[]> {
  return db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.updatedAt), sessions.id);
}

/** Ends one of one's own sessions; false where there is no such one. */
export async function endOwnSession(
  db: Database,
  userId: string,
  id: string,
  at: Date,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.userId, userId), eq(sessions.id, id)))
      .returning({ id: sessions.id });
    if (ended.length === 0) return false;
    await recordInAuditLog(tx, { at, actor: userId, action: 'session.ended', subject: userId });
    return true;
  });
}

/**
 * Ends every session of a person, but one where it is named, and every sign-in that still waits for its
 * code; the ids of the sessions that ended.
 */
export async function endSessions(
  db: Database,
  userId: string,
  { but }: { but?: string } = {},
): Promise<string[]> {
  // The sign-in library keeps such a sign-in by whom it is of, and nothing else of that value.
  await db.delete(verifications).where(eq(verifications.value, userId));
  const rows = await db
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), but === undefined ? undefined : ne(sessions.id, but)))
    .returning({ id: sessions.id });
  return rows.map(({ id }) => id);
}

/** Notes that the password was given again in a session. */
export async function confirmSession(
  db: Database,
  { userId, sessionId, at }: { userId: string; sessionId: string; at: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(sessions).set({ confirmedAt: at }).where(eq(sessions.id, sessionId));
    await recordInAuditLog(tx, { at, actor: userId, action: 'session.confirmed', subject: userId });
  });
}

/** Notes that a person signed in. */
export async function noteSignIn(db: Database, userId: string, at: Date): Promise<void> {
  await db.update(users).set({ lastSignInAt: at }).where(eq(users.id, userId));
}

function stillHere(now: Date) {
  return and(isNull(users.removedAt), or(isNull(users.accessUntil), gt(users.accessUntil, now)));
}
