import { createHash } from 'node:crypto';
import { eq, lte, sql } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { tries } from './schema/team.ts';

/** Failed tries at one account's password before it must wait, and how long a window is. */
export const triesAllowed = 10;
const windowMs = 15 * 60 * 1_000;

/**
 * Whose password is tried: at sign-in by e-mail address, or again by who is signed in; of wrong API keys,
 * the network that they come from.
 */
export type TriesOf = { email: string } | { userId: string } | { network: string };

/**
 * Counts a try before it is made, so that many at once cannot slip through; false where too many failed
 * within the window, which begins with the first and is not made longer by further ones.
 */
export async function countTry(db: Database, of: TriesOf, now: Date): Promise<boolean> {
  const until = new Date(now.getTime() + windowMs);
  await db.delete(tries).where(lte(tries.until, now));
  const [row] = await db
    .insert(tries)
    .values({ key: keyOf(of), count: 1, until })
    .onConflictDoUpdate({ target: tries.key, set: { count: sql`${tries.count} + 1` } })
    .returning({ count: tries.count });
  return (row?.count ?? 1) <= triesAllowed;
}

/** Forgets the failed tries of an account, after one that succeeded or a reset. */
export async function forgetTries(db: Database, of: TriesOf): Promise<void> {
  await db.delete(tries).where(eq(tries.key, keyOf(of)));
}

// A hash, because people type passwords into the field for the address.
function keyOf(of: TriesOf): string {
  const name = nameOf(of);
  return createHash('sha256').update(name).digest('hex');
}

function nameOf(of: TriesOf): string {
  if ('network' in of) return `network ${of.network}`;
  return 'email' in of ? `email ${of.email.trim().toLowerCase()}` : `user ${of.userId}`;
}
