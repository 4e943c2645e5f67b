import { countAuditRows, listAuditRows } from '../../store/audit-search.ts';
import { contract } from '../implement.ts';

const pageSize = 50;

export default contract.audit.list.handler(async ({ input, context }) => {
  const { db } = context.services;
  const { cursor, ...filter } = input;
  const before = cursor === undefined ? null : Number(cursor);
  const found = await listAuditRows(db, filter, { before, count: pageSize + 1 });
  const rows = found.slice(0, pageSize);
  const next = found.length > pageSize ? String(rows.at(-1)?.id) : null;
  return { rows, next, total: await countAuditRows(db, filter) };
});
