import type { Hold, NewHold } from '@ippo/contracts';
import { and, eq, isNull } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { holds } from './schema/retention.ts';

/** Every hold that was not released, oldest first. */
export async function listHolds(db: Database): Promise<Hold[]> {
  const rows = await db.select().from(holds).where(isNull(holds.releasedAt)).orderBy(holds.id);
  return rows.map(toHold);
}

/** Keeps a hold. */
export async function keepHold(
  db: Database,
  hold: NewHold,
  by: { id: string; name: string },
  at: Date,
): Promise<Hold> {
  const { account, reason } = hold;
  const until = hold.until === null ? null : new Date(hold.until);
  const who = { setAt: at, setBy: by.id, setByName: by.name };
  const [row] = await db
    .insert(holds)
    .values({ account, reason, from: new Date(hold.from), until, ...who })
    .returning();
  if (!row) throw new Error('the hold was not stored');
  return toHold(row);
}

/** Releases a hold; null where there is none of that id. */
export async function releaseHold(db: Database, id: number, at: Date): Promise<Hold | null> {
  const [row] = await db
    .update(holds)
    .set({ releasedAt: at })
    .where(and(eq(holds.id, id), isNull(holds.releasedAt)))
    .returning();
  return row ? toHold(row) : null;
}

function toHold(row: typeof holds.$inferSelect): Hold {
  const { id, account, reason, setByName } = row;
  return {
    ...{ id, account, reason, setBy: setByName },
    from: row.from.toISOString(),
    until: row.until?.toISOString() ?? null,
    setAt: row.setAt.toISOString(),
  };
}
