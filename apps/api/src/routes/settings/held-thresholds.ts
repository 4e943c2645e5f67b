import type { Settings } from '@ippo/contracts';
import type { Database } from '../../store/database.ts';
import { readLastChange } from '../../store/settings.ts';
import { readThresholds } from '../../store/thresholds.ts';

/** The limits that hold, with who set them and when. */
export async function heldThresholds(
  db: Database,
): Promise<{ settings: Settings; changed: { at: string; by: string | null } | null }> {
  const last = await readLastChange(db, 'thresholds');
  return {
    settings: await readThresholds(db),
    changed: last && { at: last.at.toISOString(), by: last.by },
  };
}
