import { desc, eq } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { settingChanges } from './schema/connections.ts';

/** What the owner can set, by name. */
export type SettingName = 'retention';

/** The newest value of a setting; null where nobody ever set it. */
export async function readSetting(db: Database, name: SettingName): Promise<unknown> {
  const [row] = await db
    .select({ value: settingChanges.value })
    .from(settingChanges)
    .where(eq(settingChanges.name, name))
    .orderBy(desc(settingChanges.id))
    .limit(1);
  return row?.value ?? null;
}

/** Keeps a new value beside the earlier ones. */
export async function keepSetting(
  db: Database,
  change: { name: SettingName; value: unknown; at: Date; by: string },
): Promise<void> {
  await db.insert(settingChanges).values(change);
}
