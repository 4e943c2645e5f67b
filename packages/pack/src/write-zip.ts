import { zipSync } from 'fflate';
import {
  byName,
  harmlessName,
  isPackName,
  mostBytes,
  mostFiles,
  type PackFile,
} from './pack-file.ts';
import { PackError } from './pack-error.ts';

/** The first moment that a zip can tell. fflate reads it by the local clock, so it is made by that. */
const fixedTime = { years: 1980, month: 0, day: 1 } as const;

/**
 * The one zip of these files: sorted by name, stored, of one time, without extra fields or comments; the
 * same bytes everywhere. Throws PackError.
 */
export function writeZip(files: readonly PackFile[]): Uint8Array {
  if (files.length > mostFiles) throw new PackError('too-many-files');
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (total > mostBytes) throw new PackError('too-large');
  checkNames(files.map(({ name }) => name));
  const sorted = files.toSorted(byName).map(({ name, bytes }) => [name, bytes] as const);
  const { years, month, day } = fixedTime;
  // Noon exists on every day of every zone; midnight does not.
  return zipSync(Object.fromEntries(sorted), { level: 0, mtime: new Date(years, month, day, 12) });
}

/** Throws PackError where a name is odd, or where two would be one file on some system. */
export function checkNames(names: readonly string[]): void {
  const odd = names.find((name) => !isPackName(name));
  if (odd !== undefined) throw new PackError('name-odd', harmlessName(odd));
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name.toLowerCase())) throw new PackError('name-twice', name);
    seen.add(name.toLowerCase());
  }
}
