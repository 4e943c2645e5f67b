import { countFindings } from '../../store/findings/finding-counts.ts';
import { countFlagged } from '../../store/findings/exception-counts.ts';
import { exceptionFlags, flagged } from '../../store/findings/exception-flags.ts';
import { reasonsWithInstants } from '../../store/findings/finding-instants.ts';
import { readFindingPage, toFindingRow } from '../../store/findings/finding-pages.ts';
import { newestScans } from '../../store/findings/newest-scans.ts';
import { contract, scopeOf } from '../implement.ts';

export default contract.findings.list.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const at = now();
  const { sort, order, cursor, ...asked } = input;
  const filter = { ...asked, at };
  const scans = await newestScans(db, scopeOf(context), { source: filter.source });
  const { rows, next } = await readFindingPage(db, scans, filter, { sort, order, cursor });
  const reasonOf = await reasonsWithInstants(db, scans, rows);
  const chains = scans.map(({ chain }) => chain);
  const flagOf = await exceptionFlags(db, chains, at);
  const { total, counts } = await countFindings(db, scans, filter);
  return {
    source: scans[0]?.source.kind ?? null,
    findings: rows.map((row) => flagged(toFindingRow(row, reasonOf(row)), flagOf, row.chain)),
    exceptions: await countFlagged(db, scans, filter),
    ...{ next, total, counts },
  };
});
