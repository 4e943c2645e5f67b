import type { Source } from '@ippo/contracts';
import { stringify } from 'yaml';
import type { StoredException } from '../store/exceptions.ts';

/** What the first line of a file names: another number is another set of keys. */
export const fileFormat = 'ippo-exceptions-1';

/** Accepted risks as a YAML file that `readExceptionFile` takes in; the same rows give the same bytes. */
export function writeExceptionFile(
  source: Source['kind'],
  rows: readonly StoredException[],
): string {
  const exceptions = rows
    .map(({ check, account, regions, resource, reason, owner, lastDay, zone }) => ({
      ...{ check, account, regions: regions ?? 'all', resource: resource ?? 'all' },
      ...{ reason, owner, lastDay, zone },
    }))
    .toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  // The core schema of the writer quotes what another reader would take for a number or a date.
  return stringify(
    { format: fileFormat, source, exceptions },
    { lineWidth: 0, aliasDuplicateObjects: false, version: '1.1' },
  );
}

function sortKey(entry: { check: string; account: string; lastDay: string }): string {
  return JSON.stringify([entry.account, entry.check, entry.lastDay, entry]);
}
