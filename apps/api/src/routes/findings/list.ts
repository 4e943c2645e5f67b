import { exceptionFlags, flagged } from '../../store/findings/exception-flags.ts';
import { reasonsWithInstants } from '../../store/findings/finding-instants.ts';
import { readFindingPage, toFindingRow } from '../../store/findings/finding-pages.ts';
import { contract } from '../implement.ts';
import { readListHead } from './list-head.ts';

export default contract.findings.list.handler(async ({ input, context }) => {
  const { db } = context.services;
  const { sort, order, cursor, ...asked } = input;
  const { scans, filter, head } = await readListHead(context, asked);
  const { rows, next } = await readFindingPage(db, scans, filter, { sort, order, cursor });
  const reasonOf = await reasonsWithInstants(db, scans, rows);
  const chains = scans.map(({ chain }) => chain);
  const flagOf = await exceptionFlags(db, chains, filter.at);
  return {
    ...{ ...head, next },
    findings: rows.map((row) => flagged(toFindingRow(row, reasonOf(row)), flagOf, row.chain)),
  };
});
