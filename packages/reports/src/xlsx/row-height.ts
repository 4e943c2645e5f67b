import type { Language } from '@ippo/contracts';
import type { SheetCell, SheetColumn } from '../sheets/sheet.ts';

/** Points of a line at 11 points: Yu Gothic's lines are higher than Calibri's. */
export const lineHeights: Readonly<Record<Language, number>> = { en: 15, ja: 18.75 };
/** The highest row of Excel, in points (Microsoft, *Excel specifications and limits*). */
const highest = 409;
// East Asian wide characters take two columns of a character's width.
const wide =
  '\\u1100-\\u115F\\u2E80-\\uA4CF\\uAC00-\\uD7A3\\uF900-\\uFAFF\\uFE30-\\uFE6F\\uFF00-\\uFF60\\uFFE0-\\uFFE6';
const wideCharacters = new RegExp(`[${wide}]`, 'gu');
/** What stays on one line: a word, up to and with a hyphen, or a single wide character. */
const unbroken = new RegExp(`[${wide}]|\\s+|[^${wide}\\s-]*-|[^${wide}\\s-]+`, 'gu');

/** How high a row is so that its wrapped texts are seen: not every program works that out by itself. */
export function rowHeight(
  row: readonly SheetCell[],
  columns: readonly SheetColumn[],
  language: Language,
): number {
  const lines = row.map((value, index) =>
    typeof value === 'string' ? linesOf(value, columns[index]?.width ?? 1) : 1,
  );
  return Math.min(highest, Math.max(1, ...lines) * lineHeights[language]);
}

/** How many lines a text takes in a column, which is `width` characters wide. */
export function linesOf(text: string, width: number): number {
  // The edges of a cell take a little of it.
  const room = width * 0.95;
  return text
    .split('\n')
    .reduce((lines, line) => lines + (widthOf(line) <= room ? 1 : wrapped(line, room)), 0);
}

function wrapped(line: string, room: number): number {
  let lines = 1;
  let filled = 0;
  for (const [part] of line.matchAll(unbroken)) {
    const width = widthOf(part);
    if (filled + width <= room) filled += width;
    else if (part.trim() === '') filled = room;
    else {
      // A part that is longer than a line is broken where the line ends.
      lines += (filled > 0 ? 1 : 0) + Math.ceil(width / room) - 1;
      filled = width % room;
    }
  }
  return lines;
}

function widthOf(text: string): number {
  return text.length + (text.match(wideCharacters)?.length ?? 0);
}
