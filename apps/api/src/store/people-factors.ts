import { and, eq, inArray } from 'drizzle-orm/sql';
import { recordInAuditLog } from './audit.ts';
import type { Database } from './database.ts';
import { sessions, users } from './schema/people.ts';
import { secondFactors } from './schema/team.ts';

/** Notes that somebody turned an authenticator app on, and ends their earlier sessions. */
export async function noteAuthenticator(
  db: Database,
  userId: string,
  earlier: readonly string[],
  at: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .delete(sessions)
      .where(and(eq(sessions.userId, userId), inArray(sessions.id, [...earlier])));
    const entry = { at, actor: userId, subject: userId };
    await recordInAuditLog(tx, { ...entry, action: 'second-factor.enabled' });
  });
}

/** Turns somebody's own authenticator app off; false where none is on. */
export async function removeAuthenticator(
  db: Database,
  userId: string,
  at: Date,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const gone = await tx
      .delete(secondFactors)
      .where(and(eq(secondFactors.userId, userId), eq(secondFactors.verified, true)))
      .returning({ id: secondFactors.id });
    if (gone.length === 0) return false;
    await tx.update(users).set({ twoFactorEnabled: false }).where(eq(users.id, userId));
    const entry = { at, actor: userId, subject: userId };
    await recordInAuditLog(tx, { ...entry, action: 'second-factor.removed' });
    return true;
  });
}
