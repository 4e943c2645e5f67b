import { lt } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { sessions, verifications } from './schema/people.ts';

/** Removes sessions and sign-in steps whose time is over; how many sessions. */
export async function removeExpiredSessions(db: Database, now: Date): Promise<number> {
  await db.delete(verifications).where(lt(verifications.expiresAt, now));
  const removed = await db
    .delete(sessions)
    .where(lt(sessions.expiresAt, now))
    .returning({ id: sessions.id });
  return removed.length;
}
