import type { Language } from '@ippo/contracts';
import type { SheetCell, SheetColumn } from '../sheets/sheet.ts';

/** Points of a line at 11 points: Yu Gothic's lines are higher than Calibri's. */
const lineHeights: Readonly<Record<Language, number>> = { en: 15, ja: 18.75 };
/** The highest row of Excel, in points (Microsoft, *Excel specifications and limits*). */
const highest = 409;
// East Asian wide characters take two columns of a character's width.
const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/gu;

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

function linesOf(text: string, width: number): number {
  // Words are not broken, so that a line holds a little less than its width.
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / (width * 0.95))), 0);
}

function widthOf(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}
