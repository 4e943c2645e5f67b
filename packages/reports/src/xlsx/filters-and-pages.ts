import type { Feature } from 'write-excel-file/node';
import { getCellAddress, sanitizeTextContent } from 'write-excel-file/utility';
import { rowsAbove, type FileContent } from './workbook.ts';

/** Characters across a landscape page that a reader of print can still read. */
const pageWidth = 190;

/**
 * What the writer has no option for: filters on the headings; in print, a page's width that
 * can be read, and the headings on each page. The elements stand in the order of ECMA-376, CT_Worksheet.
 */
export const filtersAndPages: Feature<FileContent> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, { columns }) =>
          inPages(frozenAbove(filtered(xml, columns?.length ?? 0)), pagesAcross(columns ?? [])),
      },
      'xl/styles.xml': { transform: (xml) => fontsInOrder(xml) },
      'xl/workbook.xml': {
        transform: (xml, sheets) =>
          headedPages(
            xml,
            sheets.map(({ sheet = '' }) => sheet),
          ),
      },
    },
  },
};

/** What a font is made of, in the order of ECMA-376, CT_Font: Excel may call another one damage. */
const fontParts = ['b', 'i', 'strike', 'u', 'sz', 'color', 'name', 'family', 'scheme'];

// The writer puts the parts of a font in an order of its own, and names a theme that it does not write.
function fontsInOrder(xml: string): string {
  return xml.replaceAll(/<font>(.*?)<\/font>/g, (_font, parts: string) => {
    const found = [...parts.matchAll(/<(\w+)[^>]*\/>/g)]
      .filter(([part, name]) => name !== 'scheme' && !part.includes('theme='))
      .toSorted(
        ([, one = ''], [, other = '']) => fontParts.indexOf(one) - fontParts.indexOf(other),
      );
    return `<font>${found.map(([part]) => part).join('')}</font>`;
  });
}

/** Title, notice and headings on every printed page, not only the first. */
function headedPages(xml: string, sheets: readonly string[]): string {
  const names = sheets.map((sheet, index) => {
    const place = `'${sanitizeTextContent(sheet).replaceAll("'", "''")}'!$1:$${rowsAbove}`;
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${place}</definedName>`;
  });
  // The writer leaves an empty element for them; a second one would make the workbook unreadable to Excel.
  return xml.replace('<definedNames/>', () => `<definedNames>${names.join('')}</definedNames>`);
}

function filtered(xml: string, columns: number): string {
  const rows = xml.lastIndexOf('<row r="');
  const last = Number(/^<row r="(\d+)"/.exec(xml.slice(rows, rows + 30))?.[1] ?? 0);
  // Of a sheet without a row there is nothing to filter.
  if (columns === 0 || last <= rowsAbove) return xml;
  const range = `${getCellAddress(rowsAbove - 1, 0)}:${getCellAddress(last - 1, columns - 1)}`;
  return xml.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`);
}

// Of a sheet that is split in two there is no pane at the bottom right (ECMA-376, ST_Pane).
function frozenAbove(xml: string): string {
  return xml
    .replace(' xSplit="0"', '')
    .replace('activePane="bottomRight"', 'activePane="bottomLeft"');
}

/** As many pages beside each other as keep the letters of a wide sheet readable. */
function pagesAcross(columns: readonly { width?: number }[]): number {
  const width = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  return Math.max(1, Math.ceil(width / pageWidth));
}

function inPages(xml: string, across: number): string {
  const fit = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  return xml
    .replace(/<worksheet [^>]*>/, (opening) => `${opening}${fit}`)
    .replace('<pageSetup ', `<pageSetup fitToWidth="${across}" fitToHeight="0" `);
}
