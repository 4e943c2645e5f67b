import type { FindingRow } from '@ippo/contracts';
import { exceptionFlags, flagged } from '../../store/findings/exception-flags.ts';
import { readGroupPage } from '../../store/findings/finding-groups.ts';
import { reasonsWithInstants } from '../../store/findings/finding-instants.ts';
import { toFindingRow } from '../../store/findings/finding-pages.ts';
import { contract } from '../implement.ts';
import { readListHead } from './list-head.ts';

export default contract.findings.groups.handler(async ({ input, context }) => {
  const { db } = context.services;
  const { sort, order, cursor, ...asked } = input;
  const { scans, filter, head } = await readListHead(context, asked);
  const page = { sort, order, cursor };
  const { groups, next, groupCount } = await readGroupPage(db, scans, filter, page);
  const rows = groups.flatMap((group) => group.rows);
  const reasonOf = await reasonsWithInstants(db, scans, rows);
  const chains = scans.map(({ chain }) => chain);
  const flagOf = await exceptionFlags(db, chains, filter.at);
  return {
    ...{ ...head, next, groupCount },
    groups: groups.map(({ count, rows: group }) => {
      const findings = group.map((row) =>
        flagged(toFindingRow(row, reasonOf(row)), flagOf, row.chain),
      );
      return { count, findings, same: sayTheSame(findings, count) };
    }),
  };
});

/** Instants alone can tell findings of a group apart; of those that did not come nobody knows. */
function sayTheSame(findings: readonly FindingRow[], count: number): boolean {
  const told = findings.map(({ reason: { params } }) =>
    JSON.stringify(Object.entries(params).filter(([name]) => name.endsWith('At'))),
  );
  return new Set(told).size <= 1 && (count === findings.length || told[0] === '[]');
}
