import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Language } from '@ippo/contracts';
import type { Cell, CellObject, Row, Sheet as WrittenSheet } from 'write-excel-file/node';
import type { Sheet, SheetCell } from '../sheets/sheet.ts';
import { cellText } from './cell-text.ts';
import { outcomeColours } from './outcome-colours.ts';

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

const headingStyle: CellObject = {
  fontWeight: 'bold',
  backgroundColor: '#E9EBED',
  bottomBorderStyle: 'thin',
  alignVertical: 'top',
  wrap: true,
};

/** The sheets as the writer takes them; one that is longer than Excel allows goes on in another. */
export function writtenSheets(
  sheets: readonly Sheet[],
  head: WorkbookHead,
  rows = mostRows,
): WrittenSheet<FileContent>[] {
  return sheets.flatMap((sheet) => {
    const parts = inParts(sheet, rows - rowsAbove);
    return parts.map((part, index) => {
      const title = parts.length === 1 ? sheet.title : `${sheet.title} (${index + 1})`;
      return {
        sheet: title,
        data: [...above(sheet, title, head), ...part.map((row) => written(row, sheet, head))],
        columns: sheet.columns.map(({ width }) => ({ width })),
        stickyRowsCount: rowsAbove,
        orientation: 'landscape' as const,
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

function above(sheet: Sheet, title: string, { language, about, notice }: WorkbookHead): Row[] {
  const text = (value: string): CellObject => ({ value: cellText(value, language), type: String });
  return [
    [{ ...text(`${title} – ${about}`), fontWeight: 'bold', fontSize: 14 }],
    [notice === '' ? null : { ...text(notice), fontWeight: 'bold', textColor: '#C20F1F' }],
    sheet.columns.map(({ heading }) => ({ ...text(heading), ...headingStyle })),
  ];
}

function written(row: readonly SheetCell[], sheet: Sheet, { language }: WorkbookHead): Cell[] {
  return row.map((value, index) => {
    if (value === null) return null;
    if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' };
    const colour = sheet.columns[index]?.id === 'outcome' ? outcomeColours[value] : undefined;
    return {
      ...{ value: cellText(value, language), type: String, format: '@', wrap: true },
      alignVertical: 'top' as const,
      ...(colour === undefined ? {} : { textColor: colour, fontWeight: 'bold' as const }),
    };
  });
}
