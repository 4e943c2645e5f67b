import type { Feature } from 'write-excel-file/node';
import { getCellAddress } from 'write-excel-file/utility';
import { rowsAbove, type FileContent } from './workbook.ts';

/**
 * What the writer has no option for: filters on the headings, and pages as wide as the sheet when it is printed.
 * The elements stand in the order of ECMA-376, CT_Worksheet.
 */
export const filtersAndPages: Feature<FileContent> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, { columns }) => printedWide(filtered(xml, columns?.length ?? 0)),
      },
    },
  },
};

function filtered(xml: string, columns: number): string {
  const rows = xml.lastIndexOf('<row r="');
  const last = Number(/^<row r="(\d+)"/.exec(xml.slice(rows, rows + 30))?.[1] ?? 0);
  // Of a sheet without a row there is nothing to filter.
  if (columns === 0 || last <= rowsAbove) return xml;
  const range = `${getCellAddress(rowsAbove - 1, 0)}:${getCellAddress(last - 1, columns - 1)}`;
  return xml.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`);
}

function printedWide(xml: string): string {
  const fit = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  return xml
    .replace(/<worksheet [^>]*>/, (opening) => `${opening}${fit}`)
    .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ');
}
