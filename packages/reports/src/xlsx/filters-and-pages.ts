import type { Feature } from 'write-excel-file/node';
import { getCellAddress, sanitizeTextContent } from 'write-excel-file/utility';
import { visible } from '../visible-text.ts';
import { rowsAbove, type FileContent, type WorkbookHead } from './workbook.ts';

/** Characters across a landscape A4 page that a reader of print can still read; a wider sheet is printed on A3. */
const pageWidth = 190;
/** `ST_PaperSize` of A4, as the writer says it, and of A3. */
const [a4, a3] = ['paperSize="9"', 'paperSize="8"'];

/**
 * What the writer has no option for: filters on the headings; in print, one page's width, the headings and
 * first columns on each page, and on it the sheet's name, the notice and the page's number. The elements stand in
 * the order of ECMA-376, CT_Worksheet.
 */
export function filtersAndPages(head: WorkbookHead): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, { columns }) =>
            inPages(frozenAbove(filtered(xml, columns?.length ?? 0)), columns ?? [], head),
        },
        'xl/styles.xml': { transform: (xml) => fontsInOrder(xml) },
        'xl/workbook.xml': {
          transform: (xml, sheets) =>
            headedPages(
              xml,
              sheets.map(({ sheet = '', stickyColumnsCount = 0 }) => [sheet, stickyColumnsCount]),
            ),
        },
      },
    },
  };
}

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

/** Title, notice, headings and the first columns on every printed page, not only the first. */
function headedPages(xml: string, sheets: readonly (readonly [name: string, fixed: number])[]) {
  const names = sheets.map(([sheet, fixed], index) => {
    const name = `'${sanitizeTextContent(sheet).replaceAll("'", "''")}'`;
    const rows = `${name}!$1:$${rowsAbove}`;
    const last = getCellAddress(0, fixed - 1).replace('1', '');
    const place = fixed === 0 ? rows : `${name}!$A:$${last},${rows}`;
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
  if (!xml.includes(' xSplit="0"')) return xml;
  return xml
    .replace(' xSplit="0"', '')
    .replace('activePane="bottomRight"', 'activePane="bottomLeft"');
}

function inPages(xml: string, columns: readonly { width?: number }[], head: WorkbookHead): string {
  const width = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  const fit = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  return xml
    .replace(/<worksheet [^>]*>/, (opening) => `${opening}${fit}`)
    .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ')
    .replace(a4, width > pageWidth ? a3 : a4)
    .replace('</worksheet>', () => `${pageHead(head)}</worksheet>`);
}

/** The sheet's name and the notice above each page, the account and the page's number below it. */
function pageHead({ about, notice }: WorkbookHead): string {
  const [above, below] = [`&L&A&C${printed(notice)}`, `&L${printed(about)}&R&P / &N`].map((text) =>
    sanitizeTextContent(text),
  );
  return `<headerFooter><oddHeader>${above}</oddHeader><oddFooter>${below}</oddFooter></headerFooter>`;
}

// A header has 255 letters at most, and `&` begins a code in it.
function printed(text: string): string {
  const letters = Array.from(visible(text).replaceAll(/\s+/g, ' '));
  const short = letters.length <= 100 ? letters : [...letters.slice(0, 99), '…'];
  return short.join('').replaceAll('&', '&&');
}
