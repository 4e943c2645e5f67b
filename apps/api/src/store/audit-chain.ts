import { canonicalJson, sha256Hex } from '@ippo/checks';
import type { AuditVerdict } from '@ippo/contracts';
import { asc, gt } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { auditLog } from './schema/audit.ts';

/** A row as it is stored. */
export type StoredAuditRow = typeof auditLog.$inferSelect;
type Content = Pick<
  StoredAuditRow,
  'at' | 'actor' | 'actorName' | 'action' | 'subject' | 'detail' | 'position' | 'previousHash'
>;

const rowsAtOnce = 500;

/** SHA-256 (hex) of what a row says and of the place where it says it. */
export function hashOfRow(row: Content): string {
  return sha256Hex(canonicalJson(contentOf(row)));
}

/** What the first link names as the row before it: all rows that are older than the chain, mostly none. */
export function hashOfOlderRows(rows: readonly StoredAuditRow[]): string {
  return sha256Hex(canonicalJson(rows.map((row) => contentOf(row))));
}

/**
 * Walks the whole chain and names the first row that does not fit. `head` is the hash of a last row that
 * was kept elsewhere: without it nobody can tell that rows are missing at the end.
 */
export async function verifyAuditLog(db: Database, head?: string): Promise<AuditVerdict> {
  const older: StoredAuditRow[] = [];
  let last: StoredAuditRow | null = null;
  let since: string | null = null;
  let rows = 0;
  let headSeen = head === undefined;
  for await (const row of everyRow(db)) {
    rows += 1;
    if (row.hash === null && last === null) {
      older.push(row);
      continue;
    }
    const previous = last?.hash ?? hashOfOlderRows(older);
    const reason = whatIsWrong(row, (last?.position ?? 0) + 1, previous);
    if (reason) return { state: 'broken', id: row.id, at: row.at.toISOString(), reason };
    since ??= row.at.toISOString();
    last = row;
    headSeen ||= row.hash === head;
  }
  if (!headSeen) return { state: 'head-missing', rows };
  return { state: 'unbroken', rows, olderRows: older.length, head: last?.hash ?? null, since };
}

function whatIsWrong(row: StoredAuditRow, position: number, previousHash: string) {
  if (row.hash === null) return 'not-chained';
  if (row.hash !== hashOfRow(row)) return 'altered';
  if (row.position !== position) return 'missing-before';
  if (row.previousHash !== previousHash) return 'not-linked';
  return null;
}

async function* everyRow(db: Database): AsyncGenerator<StoredAuditRow> {
  let after = 0;
  for (;;) {
    const page = await db
      .select()
      .from(auditLog)
      .where(gt(auditLog.id, after))
      .orderBy(asc(auditLog.id))
      .limit(rowsAtOnce);
    yield* page;
    const end = page.at(-1);
    if (!end || page.length < rowsAtOnce) return;
    after = end.id;
  }
}

function contentOf({
  at,
  actor,
  actorName,
  action,
  subject,
  detail,
  position,
  previousHash,
}: Content) {
  const said = { at: at.toISOString(), actor, actorName, action, subject, detail };
  return { ...said, position, previousHash };
}
