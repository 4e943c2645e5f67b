import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file that a generator owns, by its path from the repository's root. */
export type Generated = { file: string; text: string };

/** What became of the generated files: those that differ from their source, and those written. */
export type Outcome = { stale: string[]; written: string[] };

/** Compares each file with its text, and writes those that differ unless only asked to check. */
export function settle(root: string, files: readonly Generated[], check: boolean): Outcome {
  const stale = files.filter(({ file, text }) => {
    const path = join(root, file);
    return !existsSync(path) || readFileSync(path, 'utf8') !== text;
  });
  if (!check)
    for (const { file, text } of stale) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
  const names = stale.map(({ file }) => file);
  return check ? { stale: names, written: [] } : { stale: [], written: names };
}
