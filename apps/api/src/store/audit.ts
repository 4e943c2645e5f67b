import type { AuditAction } from '@ippo/contracts';
import { desc, eq, isNull, sql } from 'drizzle-orm/sql';
import { hashOfOlderRows, hashOfRow } from './audit-chain.ts';
import type { Database } from './database.ts';
import { auditLog } from './schema/audit.ts';
import { users } from './schema/people.ts';

/** One thing that was done; `actor` is a user id, or null for this install and for strangers. */
export type AuditEntry = {
  at: Date;
  actor: string | null;
  /** A new one is a line in contracts/src/audit.ts. */
  action: AuditAction;
  subject?: string;
  detail?: Record<string, string>;
};

/** Any fixed number, of this log alone: it only has to be the same in every process. */
const chainLock = 5_470_002;

/**
 * Adds a link to the audit log's chain; pass the transaction of the write that it records, and make it
 * the last thing there: other writers wait from here until that transaction ends.
 */
export async function recordInAuditLog(db: Database, entry: AuditEntry): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${chainLock})`);
    const before = await lastLink(tx);
    const row = {
      at: entry.at,
      actor: entry.actor,
      actorName: entry.actor === null ? null : await nameOf(tx, entry.actor),
      action: entry.action,
      subject: entry.subject?.toWellFormed() ?? null,
      detail: wellFormed(entry.detail ?? {}),
      position: before.position + 1,
      previousHash: before.hash,
    };
    await tx.insert(auditLog).values({ ...row, hash: hashOfRow(row) });
  });
}

/** Every row of the audit log, oldest first. */
export async function readAuditLog(db: Database) {
  return db.select().from(auditLog).orderBy(auditLog.id);
}

async function lastLink(tx: Database): Promise<{ position: number; hash: string }> {
  const [last] = await tx
    .select({ position: auditLog.position, hash: auditLog.hash })
    .from(auditLog)
    .orderBy(desc(auditLog.id))
    .limit(1);
  if (last?.hash && last.position) return { position: last.position, hash: last.hash };
  const older = await tx.select().from(auditLog).where(isNull(auditLog.hash)).orderBy(auditLog.id);
  return { position: 0, hash: hashOfOlderRows(older) };
}

async function nameOf(tx: Database, userId: string): Promise<string | null> {
  const [user] = await tx.select({ name: users.name }).from(users).where(eq(users.id, userId));
  return user?.name ?? null;
}

// The database replaces half a surrogate pair; what is hashed must be what is stored.
function wellFormed(detail: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(detail).map(([key, value]) => [key.toWellFormed(), value.toWellFormed()]),
  );
}
