import { defineReportFormat } from '../define-report-format.ts';
import { reportFile } from '../json/report-file.ts';
import { inGroups, isCoded, type Cell, type Column, type Row } from '../table.ts';

export default defineReportFormat({
  id: 'json',
  label: { en: 'JSON, for programs', ja: 'JSON（プログラム向け）' },
  purpose: {
    en: 'Everything, for programs; with a published schema.',
    ja: 'プログラム向けの全データ。スキーマを公開しています。',
  },
  extension: 'json',
  mediaType: 'application/json; charset=utf-8',
  async *renderTable({ head, columns, rows }) {
    const { id, ...rest } = head;
    const opening = { format: 'ippo-table-1', table: id, ...rest, columns };
    let count = 0;
    yield `${JSON.stringify(opening, null, 2).slice(0, -2)},\n  "rows": [`;
    for await (const group of inGroups(rows)) {
      const texts = group.map((row) => `\n    ${JSON.stringify(fields(row, columns))}`);
      yield (count === 0 ? '' : ',') + texts.join(',');
      count += group.length;
    }
    // A file that was cut off cannot be read as a whole one.
    yield `\n  ],\n  "count": ${count}\n}\n`;
  },
  async *renderReport(assessment, context) {
    yield* reportFile(assessment, context);
  },
});

function fields(row: Row, columns: readonly Column[]): Record<string, unknown> {
  return Object.fromEntries(columns.map(({ id }) => [id, machine(row[id] ?? null)]));
}

function machine(cell: Cell): unknown {
  return cell !== null && isCoded(cell) ? cell.code : cell;
}
