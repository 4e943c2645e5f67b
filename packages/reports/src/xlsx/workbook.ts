import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Language } from '@ippo/contracts';
import type { Cell, CellObject, Row, Sheet as WrittenSheet } from 'write-excel-file/node';
import type { Sheet, SheetCell } from '../sheets/sheet.ts';
import { cellText } from './cell-text.ts';
import { outcomeColours } from './outcome-colours.ts';
import { lineHeights, rowHeight } from './row-height.ts';

/** What the writer may be given as a file inside of the workbook; none is. */
export type FileContent = Stream | Buffer | Blob;

/** Rows of a sheet in Excel (Microsoft, *Excel specifications and limits*). */
const mostRows = 1_048_576;

/** Title, notice and headings stand above the rows, the same on every sheet. */
export const rowsAbove = 3;

export type WorkbookHead = {
  language: Language;
  /** What stands in the first cell of every sheet, before its title. */
  about: string;
  /** What stands below it; empty where there is nothing to note. */
  notice: string;
};

/** A sheet as the writer takes it. */
export type PrintedSheet = WrittenSheet<FileContent> & {
  /** How many of its first columns are printed. */
  printed: number;
};

const headingStyle: CellObject = {
  fontWeight: 'bold',
  backgroundColor: '#E9EBED',
  bottomBorderStyle: 'thin',
  alignVertical: 'top',
  wrap: true,
};

const noticeStyle = { fontWeight: 'bold', textColor: '#C20F1F' } as const;

/** Right, with a little air before the next column. */
const numberStyle = { align: 'right', indent: 1 } as const;

/** The sheets as the writer takes them; one that is longer than Excel allows goes on in another. */
export function writtenSheets(
  sheets: readonly Sheet[],
  head: WorkbookHead,
  rows = mostRows,
): PrintedSheet[] {
  return sheets.flatMap((sheet) => {
    const parts = inParts(sheet, rows - rowsAbove);
    return parts.map((part, index) => {
      const title = parts.length === 1 ? sheet.title : `${sheet.title} (${index + 1})`;
      return {
        sheet: title,
        data: [
          ...above(sheet, title, head, numericColumns(part)),
          ...part.map((row) => written(row, sheet, head.language)),
        ],
        columns: sheet.columns.map(({ width }) => ({ width })),
        stickyRowsCount: rowsAbove,
        stickyColumnsCount: sheet.fixed,
        orientation: 'landscape' as const,
        printed: sheet.printed,
      };
    });
  });
}

function inParts(sheet: Sheet, rows: number): SheetCell[][][] {
  const parts: SheetCell[][][] = [[]];
  for (const row of sheet.rows()) {
    if (parts.at(-1)?.length === rows) parts.push([]);
    parts.at(-1)?.push(row);
  }
  return parts;
}

function above(
  { columns }: Sheet,
  title: string,
  { language, about, notice }: WorkbookHead,
  numeric: ReadonlySet<number>,
): Row[] {
  const text = (value: string): CellObject => ({ value: cellText(value, language), type: String });
  const headings = columns.map(({ heading }) => heading);
  const height = rowHeight(headings, columns, language);
  return [
    [{ ...text(`${title} – ${about}`), fontWeight: 'bold', fontSize: 14, height: 22 }],
    [notice === '' ? null : { ...text(notice), ...noticeStyle, height: lineHeights[language] }],
    headings.map((heading, index) => ({
      ...{ ...text(heading), ...headingStyle, height },
      ...(numeric.has(index) ? numberStyle : {}),
    })),
  ];
}

function written(row: readonly SheetCell[], { columns }: Sheet, language: Language): Cell[] {
  const height = rowHeight(row, columns, language);
  return row.map((value, index) => {
    if (value === null) return null;
    if (typeof value === 'number')
      return { value, type: Number, ...numberStyle, alignVertical: 'top', height };
    const colour = columns[index]?.id === 'outcome' ? outcomeColours[value] : undefined;
    return {
      ...{ value: cellText(value, language), type: String, format: '@', wrap: true, height },
      alignVertical: 'top' as const,
      ...(colour === undefined ? {} : { textColor: colour, fontWeight: 'bold' as const }),
    };
  });
}

/** The columns in which every value is a number. */
function numericColumns(rows: readonly (readonly SheetCell[])[]): Set<number> {
  const numbers = new Set<number>();
  const others = new Set<number>();
  for (const row of rows)
    for (const [index, value] of row.entries())
      if (value !== null) (typeof value === 'number' ? numbers : others).add(index);
  return new Set([...numbers].filter((index) => !others.has(index)));
}
