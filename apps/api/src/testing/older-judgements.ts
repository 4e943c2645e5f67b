import { sql } from 'drizzle-orm/sql';
import type { Database } from '../store/database.ts';

/** Leaves every judgement as a version wrote it that did not note the scope yet. */
export async function forgetScopes(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`alter table reports disable trigger user`);
    await tx.execute(sql`update reports set scope = null`);
    await tx.execute(sql`alter table reports enable trigger user`);
  });
}

/** Lets a scan have ended a day earlier. */
export async function endEarlier(db: Database, id: string): Promise<void> {
  await db.execute(
    sql`update scans set finished_at = finished_at - interval '1 day' where id = ${id}`,
  );
}
