import type { Language } from '@ippo/contracts';
import type { Feature } from 'write-excel-file/node';
import { getCellAddress, sanitizeTextContent } from 'write-excel-file/utility';
import { visible } from '../visible-text.ts';
import { rowsAbove, type FileContent, type PrintedSheet, type WorkbookHead } from './workbook.ts';

/** Characters across a landscape A4 page that a reader of print can still read; a wider sheet is printed on A3. */
const pageWidth = 200;
/** Inches at both sides of a page. */
const margin = 0.4;
/** Lines between rows and columns, on paper too. */
const lines = '<printOptions gridLines="1"/>';
/** `ST_PaperSize` of A4, as the writer says it, and of A3. */
const [a4, a3] = ['paperSize="9"', 'paperSize="8"'];

/**
 * What the writer has no option for: filters on the headings; in print, one page's width, the headings and
 * first columns on each page, and on it the sheet's name, the notice and the page's number. The elements stand in
 * the order of ECMA-376, CT_Worksheet.
 */
export function filtersAndPages(
  head: WorkbookHead,
  sheets: readonly PrintedSheet[],
): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, { columns }, { sheetIndex }) =>
            inPages(frozenAbove(filtered(xml, columns?.length ?? 0)), sheets[sheetIndex], head),
        },
        'xl/styles.xml': { transform: (xml) => fontsInOrder(xml) },
        'xl/workbook.xml': {
          transform: (xml) => headedPages(xml, sheets),
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
function headedPages(xml: string, sheets: readonly PrintedSheet[]) {
  const names = sheets.map((written, index) => {
    const { sheet = '', stickyColumnsCount: fixed = 0, printed, data } = written;
    const name = `'${sanitizeTextContent(sheet).replaceAll("'", "''")}'`;
    const rows = `${name}!$1:$${rowsAbove}`;
    const titles = fixed === 0 ? rows : `${name}!$A:$${letterOf(fixed)},${rows}`;
    const area = `${name}!$A$1:$${letterOf(printed)}$${data.length}`;
    return (
      (leavesOut(written) ? defined('Print_Area', index, area) : '') +
      defined('Print_Titles', index, titles)
    );
  });
  // The writer leaves an empty element for them; a second one would make the workbook unreadable to Excel.
  return xml.replace('<definedNames/>', () => `<definedNames>${names.join('')}</definedNames>`);
}

function defined(name: string, sheet: number, place: string): string {
  return `<definedName name="_xlnm.${name}" localSheetId="${sheet}">${place}</definedName>`;
}

/** Whether there are columns that are on screen only. */
function leavesOut({ printed, columns = [] }: PrintedSheet): boolean {
  return printed < columns.length;
}

/** `C` of 3. */
function letterOf(column: number): string {
  return getCellAddress(0, column - 1).replace('1', '');
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

function inPages(xml: string, sheet: PrintedSheet | undefined, head: WorkbookHead): string {
  if (sheet === undefined) return xml;
  const printedOnes = (sheet.columns ?? []).slice(0, sheet.printed);
  const width = printedOnes.reduce((sum, column) => sum + (column.width ?? 0), 0);
  const fit = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  return xml
    .replace(/<worksheet [^>]*>/, (opening) => `${opening}${fit}`)
    .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ')
    .replace(a4, width > pageWidth ? a3 : a4)
    .replace(
      '<pageMargins left="0.7" right="0.7"',
      `${lines}<pageMargins left="${margin}" right="${margin}"`,
    )
    .replace('</worksheet>', () => `${pageHead(head, sheet)}</worksheet>`);
}

/** The sheet's name and the notice above each page; the account, what is left out and the page's number below. */
function pageHead({ about, notice, language }: WorkbookHead, sheet: PrintedSheet): string {
  const left = leavesOut(sheet) ? `&C${onScreenOnly[language](sheet)}` : '';
  const [above, below] = [
    `&L&A&C${printable(notice)}`,
    `&L${printable(about)}${left}&R&P / &N`,
  ].map((text) => sanitizeTextContent(text));
  return `<headerFooter><oddHeader>${above}</oddHeader><oddFooter>${below}</oddFooter></headerFooter>`;
}

/** That a page of paper has not all columns, in one line. */
const onScreenOnly: Readonly<Record<Language, (sheet: PrintedSheet) => string>> = {
  en: ({ printed, columns = [] }) =>
    `Printed: columns A to ${letterOf(printed)} of ${columns.length}; the others are in the file`,
  ja: ({ printed, columns = [] }) =>
    `印刷範囲：全 ${columns.length} 列のうち A〜${letterOf(printed)} 列（残りの列はファイルで確認）`,
};

// A header has 255 letters at most, and `&` begins a code in it.
function printable(text: string): string {
  const letters = Array.from(visible(text).replaceAll(/\s+/g, ' '));
  const short = letters.length <= 100 ? letters : [...letters.slice(0, 99), '…'];
  return short.join('').replaceAll('&', '&&');
}
