import type { Row, Table, TableHead } from '../table.ts';
import type { TableFormat } from '../table-formats.ts';

const head: TableHead = {
  ...{ id: 'findings', title: 'Findings', language: 'en', source: { kind: 'aws' } },
  ...{ notice: null, accounts: ['111122223333'], filter: { outcome: 'fail' } },
  ...{ madeAt: '2026-11-22T07:00:00.000Z', madeBy: 'Aiko', version: '0.1.0' },
};

/** A table of three columns with the given rows. */
export function tableOf(rows: readonly Row[], changed: Partial<TableHead> = {}): Table {
  const columns = [
    { id: 'outcome', heading: 'Outcome' },
    { id: 'resource', heading: 'Resource' },
    { id: 'since', heading: 'Since' },
  ];
  return { head: { ...head, ...changed }, columns, rows: each(rows) };
}

/** The whole file as text. */
export async function render(format: TableFormat, table: Table): Promise<string> {
  const parts: string[] = [];
  for await (const part of format.renderTable(table)) parts.push(String(part));
  return parts.join('');
}

async function* each(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}
