import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One registry unit: its file below the registry's folder, without the extension. */
export type UnitFile = {
  /** `iam/root-mfa`. */
  path: string;
  /** The id that the file must export. */
  id: string;
  /** The name it is imported under. */
  variable: string;
};

/** How a registry names its units. */
export type IdStyle = 'service.thing' | 'file';

/** The units below a folder, sorted by id; tests and generated files are no units. */
export function unitsIn(folder: string, depth: 1 | 2, style: IdStyle): UnitFile[] {
  return filesIn(folder, depth)
    .map((path) => ({ path, id: idOf(path, style), variable: variableOf(path, style) }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function filesIn(folder: string, depth: number): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory())
      return depth > 1
        ? filesIn(join(folder, entry.name), depth - 1).map((path) => `${entry.name}/${path}`)
        : [];
    const isUnit = /^[a-z0-9-]+(\.\d+)?\.ts$/.test(entry.name);
    return depth === 1 && isUnit ? [entry.name.slice(0, -'.ts'.length)] : [];
  });
}

function idOf(path: string, style: IdStyle): string {
  if (style === 'service.thing') return path.replace('/', '.');
  return path.slice(path.lastIndexOf('/') + 1);
}

function variableOf(path: string, style: IdStyle): string {
  const words = (style === 'file' ? idOf(path, style) : path).split(/[/.-]/);
  return words
    .map((word, at) => (at === 0 ? word : word[0]?.toUpperCase() + word.slice(1)))
    .join('');
}
