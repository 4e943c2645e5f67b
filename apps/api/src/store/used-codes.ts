import { createHash } from 'node:crypto';
import { eq, lte } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { tries } from './schema/team.ts';

/** A code is taken in its own half minute and in those beside it; a little more, for clocks that differ. */
const heldMs = 2 * 60 * 1_000;

/** A code of somebody's authenticator app. */
export type AppCode = { userId: string; code: string };

/**
 * Uses a code up, before it is known whether it is right; false where it is used up already, also by a
 * sign-in at the same moment.
 */
export async function useCode(db: Database, used: AppCode, now: Date): Promise<boolean> {
  await db.delete(tries).where(lte(tries.until, now));
  const until = new Date(now.getTime() + heldMs);
  const rows = await db
    .insert(tries)
    .values({ key: keyOf(used), count: 1, until })
    .onConflictDoNothing()
    .returning({ key: tries.key });
  return rows.length > 0;
}

/** Lets a code be tried again that opened nothing. */
export async function giveCodeBack(db: Database, used: AppCode): Promise<void> {
  await db.delete(tries).where(eq(tries.key, keyOf(used)));
}

function keyOf({ userId, code }: AppCode): string {
  return createHash('sha256').update(`code ${userId} ${code}`).digest('hex');
}
