import type { AuditFilter, AuditRow } from '@ippo/contracts';
import { and, count, desc, eq, gt, gte, ilike, isNotNull, lt, lte, max } from 'drizzle-orm/sql';
import type { StoredAuditRow } from './audit-chain.ts';
import type { Database } from './database.ts';
import { auditLog } from './schema/audit.ts';

const rowsAtOnce = 500;

/** A page of the rows that a filter lets through, newest first; `before` is the id of the last one seen. */
export async function listAuditRows(
  db: Database,
  filter: AuditFilter,
  page: { before: number | null; count: number },
): Promise<AuditRow[]> {
  const rows = await db
    .select()
    .from(auditLog)
    .where(and(matches(filter), page.before === null ? undefined : lt(auditLog.id, page.before)))
    .orderBy(desc(auditLog.id))
    .limit(page.count);
  return rows.map(toAuditRow);
}

/** How many rows a filter lets through. */
export async function countAuditRows(db: Database, filter: AuditFilter): Promise<number> {
  const [found] = await db.select({ rows: count() }).from(auditLog).where(matches(filter));
  return found?.rows ?? 0;
}

/** Everyone who is named in the log, by name, each with the newest name. */
export async function listAuditActors(db: Database) {
  const newest = db
    .select({ id: max(auditLog.id).as('newest') })
    .from(auditLog)
    .where(isNotNull(auditLog.actor))
    .groupBy(auditLog.actor)
    .as('newest_rows');
  const rows = await db
    .select({ id: auditLog.actor, name: auditLog.actorName })
    .from(auditLog)
    .innerJoin(newest, eq(newest.id, auditLog.id))
    .orderBy(auditLog.actorName, auditLog.actor);
  return rows.flatMap(({ id, name }) => (id === null ? [] : [{ id, name }]));
}

/** Every row that a filter lets through, oldest first, up to what the log held when this was asked. */
export async function* streamAuditRows(
  db: Database,
  filter: AuditFilter,
): AsyncGenerator<AuditRow, void> {
  const [newest] = await db.select({ id: max(auditLog.id) }).from(auditLog);
  const end = newest?.id ?? 0;
  for (let after = 0; ;) {
    const page = await db
      .select()
      .from(auditLog)
      .where(and(matches(filter), gt(auditLog.id, after), lte(auditLog.id, end)))
      .orderBy(auditLog.id)
      .limit(rowsAtOnce);
    for (const row of page) yield toAuditRow(row);
    const last = page.at(-1);
    if (!last || page.length < rowsAtOnce) return;
    after = last.id;
  }
}

function matches({ from, to, actor, action, subject }: AuditFilter) {
  return and(
    from === undefined ? undefined : gte(auditLog.at, new Date(from)),
    to === undefined ? undefined : lt(auditLog.at, new Date(to)),
    actor === undefined ? undefined : eq(auditLog.actor, actor),
    action === undefined ? undefined : eq(auditLog.action, action),
    subject === undefined
      ? undefined
      : ilike(auditLog.subject, `%${subject.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`),
  );
}

/** A row as the API shows it. */
export function toAuditRow({ at, ...row }: StoredAuditRow): AuditRow {
  return { ...row, at: at.toISOString() };
}
