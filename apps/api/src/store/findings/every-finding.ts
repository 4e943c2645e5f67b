import type { FindingRow } from '@ippo/contracts';
import type { Database } from '../database.ts';
import type { ReaderScope } from '../reader-scope.ts';
import { exceptionFlags, flagged } from './exception-flags.ts';
import type { FilterAt } from './finding-filter.ts';
import { reasonsWithInstants } from './finding-instants.ts';
import { readFindingPage, toFindingRow, type PageOf } from './finding-pages.ts';
import { newestScans, type NewestScan } from './newest-scans.ts';

const rowsAtOnce = 100;

type Asked = {
  scans: readonly NewestScan[];
  scope: ReaderScope;
  filter: FilterAt;
} & Pick<PageOf, 'sort' | 'order'>;

/**
 * Every row of a list of findings, read page by page. Throws where a newer scan came in between: its rows
 * would stand beside those of the scan before as if they were one answer.
 */
export async function* everyFinding(
  db: Database,
  { scans, scope, filter, sort, order }: Asked,
): AsyncGenerator<FindingRow, void> {
  const chains = scans.map(({ chain }) => chain);
  const flagOf = await exceptionFlags(db, chains, filter.at);
  let cursor: string | undefined;
  do {
    const page = { sort, order, cursor, count: rowsAtOnce };
    const { rows, next } = await readFindingPage(db, scans, filter, page);
    const reasonOf = await reasonsWithInstants(db, scans, rows);
    for (const row of rows) yield flagged(toFindingRow(row, reasonOf(row)), flagOf, row.chain);
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  const now = await newestScans(db, scope, { source: filter.source });
  if (now.map(judgementOf).join() !== scans.map(judgementOf).join())
    throw new Error('a scan ended while its findings were read');
}

function judgementOf({ judgement }: NewestScan): number {
  return judgement;
}
