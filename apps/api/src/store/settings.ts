import { and, desc, eq, lte } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { settingChanges } from './schema/connections.ts';
import { users } from './schema/people.ts';

/** What the owner can set, by name. */
export type SettingName = 'exceptions' | 'retention' | 'thresholds';

/** The newest value of a setting, or the one that held at a time; null where nobody had ever set it. */
export async function readSetting(db: Database, name: SettingName, asOf?: Date): Promise<unknown> {
  const [row] = await db
    .select({ value: settingChanges.value })
    .from(settingChanges)
    .where(and(eq(settingChanges.name, name), asOf && lte(settingChanges.at, asOf)))
    .orderBy(desc(settingChanges.id))
    .limit(1);
  return row?.value ?? null;
}

/** When a setting was changed last, and by whom; null where nobody ever set it. */
export async function readLastChange(
  db: Database,
  name: SettingName,
): Promise<{ at: Date; by: string | null } | null> {
  const [row] = await db
    .select({ at: settingChanges.at, by: users.name })
    .from(settingChanges)
    .leftJoin(users, eq(users.id, settingChanges.by))
    .where(eq(settingChanges.name, name))
    .orderBy(desc(settingChanges.id))
    .limit(1);
  return row ?? null;
}

/** Every value that was set until a time, oldest first, with the name of who set it where it is known. */
export async function listSettingChanges(
  db: Database,
  name: SettingName,
  until: Date,
): Promise<{ value: unknown; at: Date; by: string | null }[]> {
  return db
    .select({ value: settingChanges.value, at: settingChanges.at, by: users.name })
    .from(settingChanges)
    .leftJoin(users, eq(users.id, settingChanges.by))
    .where(and(eq(settingChanges.name, name), lte(settingChanges.at, until)))
    .orderBy(settingChanges.id);
}

/** Keeps a new value beside the earlier ones. */
export async function keepSetting(
  db: Database,
  change: { name: SettingName; value: unknown; at: Date; by: string },
): Promise<void> {
  await db.insert(settingChanges).values(change);
}
