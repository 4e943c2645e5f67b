import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of Cloudscape that name icons without drawing any here. */
const skipped = new Set(['icon', 'test-utils', 'i18n']);
const entryStart = /\n(?=    (?:"[a-z0-9-]+"|[a-z0-9]+): React)/;

/** Cloudscape's generated icons without those whose name no component and no page of ours mentions. */
export function usedIcons(code: string, folders: readonly string[]): string {
  const sources = folders.flatMap((folder) => textsBelow(folder)).join('\n');
  const [head, ...entries] = code.split(entryStart);
  const last = entries.pop();
  const tail = last?.slice(last.indexOf('\n};')) ?? '';
  const all = [...entries, last?.slice(0, last.indexOf('\n};')) ?? ''];
  const kept = all.filter((entry) => {
    const name = /^\s*"?([a-z0-9-]+)/.exec(entry)?.[1] ?? '';
    return sources.includes(`'${name}'`) || sources.includes(`"${name}"`);
  });
  return [head, ...kept].join('\n') + tail;
}

function textsBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    if (skipped.has(name)) return [];
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return textsBelow(path);
    return /\.(?:js|tsx)$/.test(name) ? [readFileSync(path, 'utf8')] : [];
  });
}
