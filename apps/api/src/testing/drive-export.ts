import { scanned } from './scanned.ts';
import type { Last, Stage } from './write-drives.ts';

/** Exports are driven with something to export; both ends of a comparison may be the same scan. */
export async function driveExport(name: string, { install, owner }: Stage): Promise<Last> {
  const { cookie } = owner;
  // What this install knows of itself needs no scan.
  if (/\.(?:accounts|audit|reports|scans|team)$/.test(name)) return { cookie };
  const { id } = await scanned(install, cookie);
  return { query: { from: id, to: id }, cookie };
}
