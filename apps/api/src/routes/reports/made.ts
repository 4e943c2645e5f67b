import { countReportExports, listReportExports, toMadeReport } from '../../store/report-exports.ts';
import { contract, scopeOf } from '../implement.ts';

const pageSize = 50;

export default contract.reports.made.handler(async ({ input, context }) => {
  const { db } = context.services;
  const scope = scopeOf(context);
  const { cursor, ...filter } = input;
  const before = cursor === undefined ? null : Number(cursor);
  const found = await listReportExports(db, scope, filter, { before, count: pageSize + 1 });
  const rows = found.slice(0, pageSize);
  const next = found.length > pageSize ? String(rows.at(-1)?.number) : null;
  const total = await countReportExports(db, scope, filter);
  return { reports: rows.map(toMadeReport), next, total };
});
