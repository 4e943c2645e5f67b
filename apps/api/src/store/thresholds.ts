import { settingsSchema, thresholdNames, type Assessment, type Settings } from '@ippo/contracts';
import { recordInAuditLog } from './audit.ts';
import type { Database } from './database.ts';
import { keepSetting, listSettingChanges, readSetting } from './settings.ts';

/** The limits that hold, or held at a time; the defaults where nobody had ever set any. */
export async function readThresholds(db: Database, asOf?: Date): Promise<Settings> {
  return settingsSchema.parse((await readSetting(db, 'thresholds', asOf)) ?? {});
}

/** Each limit that was set until a time, oldest first. */
export async function listThresholdChanges(
  db: Database,
  until: Date,
): Promise<Assessment['thresholds']['changes']> {
  let before = settingsSchema.parse({});
  const told: Assessment['thresholds']['changes'] = [];
  for (const { value, at, by } of await listSettingChanges(db, 'thresholds', until)) {
    const after = settingsSchema.parse(value);
    for (const name of thresholdNames)
      if (before[name] !== after[name])
        told.push({ at: at.toISOString(), by, name, from: before[name], to: after[name] });
    before = after;
  }
  return told;
}

/** Keeps other limits for what is judged from now on; does nothing where none is another. */
export async function setThresholds(
  db: Database,
  settings: Settings,
  { at, by }: { at: Date; by: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await readThresholds(tx);
    const changed = thresholdNames.filter((name) => before[name] !== settings[name]);
    if (changed.length === 0) return;
    await keepSetting(tx, { name: 'thresholds', value: settings, at, by });
    const detail = Object.fromEntries(
      changed.map((name) => [name, `${before[name]} → ${settings[name]}`]),
    );
    await recordInAuditLog(tx, { at, actor: by, action: 'thresholds.set', detail });
  });
}
