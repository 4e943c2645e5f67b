import { eq, gt, lt, or, sql } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { workers } from './schema/workers.ts';

/** Long enough that a worker with a busy moment does not count as dead. */
const aliveUntil = sql<Date>`now() + interval '20 seconds'`;

/** Says that a process that works is alive. */
export async function sayAlive(db: Database, name: string): Promise<void> {
  await db
    .insert(workers)
    .values({ name, aliveUntil })
    .onConflictDoUpdate({ target: workers.name, set: { aliveUntil } });
}

/** Says that a process works no more; rows of those that died without a word go with it. */
export async function sayGone(db: Database, name: string): Promise<void> {
  await db.delete(workers).where(or(eq(workers.name, name), lt(workers.aliveUntil, sql`now()`)));
}

/** Whether any process takes up what waits. */
export async function someoneWorks(db: Database): Promise<boolean> {
  const alive = await db
    .select({ name: workers.name })
    .from(workers)
    .where(gt(workers.aliveUntil, sql`now()`))
    .limit(1);
  return alive.length > 0;
}
