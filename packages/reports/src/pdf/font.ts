import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const family = 'Noto Sans JP';
/** As long as the name it replaces, so that nothing in the file moves. */
const ours = 'Ippo Sans JP';

/** Noto Sans JP, regular and bold, under a name that no font of the machine has: the same pages everywhere. */
export async function readFonts(): Promise<Buffer[]> {
  const names = ['400Regular/NotoSansJP_400Regular.ttf', '700Bold/NotoSansJP_700Bold.ttf'];
  const folder = '@expo-google-fonts/noto-sans-jp';
  return Promise.all(
    names.map(async (name) => renamed(await readFile(resolve(`${folder}/${name}`)))),
  );
}

function renamed(font: Buffer): Buffer {
  const name = tableOf(font, 'name');
  const [from, to] = [utf16(family), utf16(ours)];
  for (let at = name.indexOf(from); at >= 0; at = name.indexOf(from)) to.copy(name, at);
  return font;
}

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

/** A table of a TrueType file (OpenType specification, *Table Directory*), as a view of it. */
function tableOf(font: Buffer, tag: string): Buffer {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + 16 * index;
    if (font.toString('latin1', record, record + 4) !== tag) continue;
    const start = font.readUInt32BE(record + 8);
    return font.subarray(start, start + font.readUInt32BE(record + 12));
  }
  throw new Error(`the font has no table ${tag}`);
}

/** Whether a font has a letter, by its character map (OpenType specification, *cmap*, format 12). */
export function coverageOf(font: Buffer): (point: number) => boolean {
  const map = tableOf(font, 'cmap');
  const groups = groupsOf(map);
  return (point) => {
    let [low, high] = [0, groups.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [first, last] = groups[middle] ?? [0, 0];
      if (point < first) high = middle - 1;
      else if (point > last) low = middle + 1;
      else return true;
    }
    return false;
  };
}

function groupsOf(map: Buffer): [number, number][] {
  const tables = map.readUInt16BE(2);
  for (let index = 0; index < tables; index += 1) {
    const at = map.readUInt32BE(4 + 8 * index + 4);
    if (map.readUInt16BE(at) !== 12) continue;
    const count = map.readUInt32BE(at + 12);
    return Array.from({ length: count }, (_, group) => {
      const place = at + 16 + 12 * group;
      return [map.readUInt32BE(place), map.readUInt32BE(place + 4)];
    });
  }
  throw new Error('the font has no character map of format 12');
}
