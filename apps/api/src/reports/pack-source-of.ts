import type { PackSource } from '@ippo/reports';
import type { Config } from '../config.ts';
import type { Database } from '../store/database.ts';
import type { ChosenScans } from './choose-scan.ts';

/** What a pack of a scan holds beside its report, and the key that it is signed with. */
export async function packSourceOf(
  _db: Database,
  _config: Config,
  _chosen: ChosenScans,
): Promise<Omit<PackSource, 'report' | 'evidence'> | null> {
  return null;
}
