import { stringify } from 'csv-stringify/sync';
import { findingsTable } from '../csv/findings-table.ts';
import { defineReportFormat } from '../define-report-format.ts';
import { inGroups, isCoded, type Cell, type Table } from '../table.ts';

/** Without it Excel reads UTF-8 as the local code page. */
const byteOrderMark = '\uFEFF';
// What spreadsheets take for the beginning of a formula (OWASP, *CSV Injection*), also full width.
const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

export default defineReportFormat({
  id: 'csv',
  label: { en: 'CSV, for spreadsheets', ja: 'CSV（表計算ソフト向け）' },
  purpose: {
    en: 'Rows for a spreadsheet or a script.',
    ja: '表計算ソフトやスクリプトで使う行データ。',
  },
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  renderTable: lines,
  async *renderReport(assessment, context) {
    const table = findingsTable(assessment, context);
    yield* lines(table);
    // A file without a finding has no row that could say what it is not.
    if (
      table.head.notice !== null &&
      assessment.checks.every(({ findings }) => findings.length === 0)
    )
      yield records([[harmless(table.head.notice), ...table.columns.map(() => '')]]);
  },
});

async function* lines({ head, columns, rows }: Table): AsyncGenerator<string> {
  // A table keeps one shape, so what its rows are not stands in each of them.
  const notice = head.notice === null ? [] : [harmless(head.notice)];
  const title = head.language === 'ja' ? 'データの出所' : 'Source of the data';
  const headings = columns.map(({ heading }) => harmless(heading));
  yield byteOrderMark + records([[...notice.map(() => title), ...headings]]);
  for await (const group of inGroups(rows))
    yield records(
      group.map((row) => [...notice, ...columns.map(({ id }) => written(row[id] ?? null))]),
    );
}

// Every text is quoted: a reader that splits at semicolons must not find a formula behind one.
function records(rows: readonly (readonly (string | number)[])[]): string {
  return stringify([...rows] as (string | number)[][], {
    ...{ record_delimiter: 'windows', quoted_string: true, quoted_empty: false },
  });
}

function written(cell: Cell): string | number {
  if (cell === null) return '';
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'boolean') return cell ? 'true' : 'false';
  if (typeof cell === 'string') return harmless(cell);
  return harmless(isCoded(cell) ? cell.text : cell.join('; '));
}

/** A text that no spreadsheet calculates: an apostrophe keeps it a text. */
function harmless(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
