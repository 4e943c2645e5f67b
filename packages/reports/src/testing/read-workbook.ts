import { strFromU8, unzipSync } from 'fflate';

/** A sheet as it is read back: its name and its cells' texts, by row. */
export type ReadSheet = { name: string; rows: string[][] };

/** Reads a workbook of ours back: its sheets in order, each cell as text, an empty one as `''`. */
export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  const files = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]),
  );
  const shared = [...(files['xl/sharedStrings.xml'] ?? '').matchAll(/<si><t[^>]*>([^<]*)<\/t>/g)];
  const texts = shared.map(([, text = '']) => unescaped(text));
  const names = [...(files['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*?name="([^"]*)"/g)];
  return names.map(([, name = ''], index) => ({
    name: unescaped(name),
    rows: rowsOf(files[`xl/worksheets/sheet${index + 1}.xml`] ?? '', texts),
  }));
}

function rowsOf(xml: string, texts: readonly string[]): string[][] {
  return [...xml.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, cells = '']) => {
    const row: string[] = [];
    for (const [, column = '', rest = '', value = ''] of cells.matchAll(
      /<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(?:<v>([^<]*)<\/v>)?<\/c>)/g,
    ))
      row[indexOf(column)] = rest.includes('t="s"') ? (texts[Number(value)] ?? '') : value;
    return Array.from(row, (text) => text ?? '');
  });
}

function indexOf(column: string): number {
  return column.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
