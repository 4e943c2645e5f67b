import { countFindings } from '../../store/findings/finding-counts.ts';
import { reasonsWithInstants } from '../../store/findings/finding-instants.ts';
import { readFindingPage, toFindingRow } from '../../store/findings/finding-pages.ts';
import { newestScans } from '../../store/findings/newest-scans.ts';
import { contract, scopeOf } from '../implement.ts';

export default contract.findings.list.handler(async ({ input, context }) => {
  const { db } = context.services;
  const { sort, order, cursor, ...filter } = input;
  const scans = await newestScans(db, scopeOf(context), { source: filter.source });
  const { rows, next } = await readFindingPage(db, scans, filter, { sort, order, cursor });
  const reasonOf = await reasonsWithInstants(db, scans, rows);
  const { total, counts } = await countFindings(db, scans, filter);
  return {
    source: scans[0]?.source.kind ?? null,
    findings: rows.map((row) => toFindingRow(row, reasonOf(row))),
    ...{ next, total, counts },
  };
});
