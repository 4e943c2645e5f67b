import type { ExceptionScope } from '@ippo/contracts';
import { and, count, desc, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { within, type ReaderScope } from './reader-scope.ts';
import { exceptions } from './schema/exceptions.ts';

export type StoredException = typeof exceptions.$inferSelect;
export type NewStoredException = typeof exceptions.$inferInsert;

/** Who approves or ends an exception, and when. */
type Done = { id: string; name: string; at: Date };

/** Keeps an accepted risk. */
export async function keepException(
  tx: Database,
  exception: NewStoredException,
): Promise<StoredException> {
  const [row] = await tx.insert(exceptions).values(exception).returning();
  if (!row) throw new Error('the exception was not stored');
  return row;
}

/** One exception about an account within the scope, or null. */
export async function readException(
  db: Database,
  scope: ReaderScope,
  id: string,
): Promise<StoredException | null> {
  const [row] = await db
    .select()
    .from(exceptions)
    .where(and(eq(exceptions.id, id), within(scope, exceptions.account)));
  return row ?? null;
}

/** Every exception about some chains, the newest first. */
export async function listExceptions(
  db: Database,
  chains: readonly string[],
): Promise<StoredException[]> {
  if (chains.length === 0) return [];
  return db
    .select()
    .from(exceptions)
    .where(inArray(exceptions.chain, [...chains]))
    .orderBy(desc(exceptions.requestedAt), desc(exceptions.id));
}

/** Those of some chains that were approved by a time and not ended by it, expired ones too. */
export async function listApproved(
  db: Database,
  chains: readonly string[],
  at: Date,
): Promise<StoredException[]> {
  if (chains.length === 0) return [];
  const rows = await db
    .select()
    .from(exceptions)
    .where(and(inArray(exceptions.chain, [...chains]), isNotNull(exceptions.approvedAt)));
  return rows.filter(
    ({ approvedAt, revokedAt }) =>
      approvedAt !== null && approvedAt <= at && (revokedAt === null || revokedAt > at),
  );
}

/** How many exceptions of a chain hold or wait. */
export async function countOpen(db: Database, chain: string, at: Date): Promise<number> {
  const [row] = await db
    .select({ open: count() })
    .from(exceptions)
    .where(
      and(eq(exceptions.chain, chain), isNull(exceptions.revokedAt), gt(exceptions.until, at)),
    );
  return row?.open ?? 0;
}

/** Approves one that waits; null where it does not. */
export async function approveException(
  tx: Database,
  id: string,
  { id: approvedById, name: approvedByName, at: approvedAt }: Done,
): Promise<StoredException | null> {
  const [row] = await tx
    .update(exceptions)
    .set({ approvedById, approvedByName, approvedAt })
    .where(and(eq(exceptions.id, id), isNull(exceptions.approvedAt), isNull(exceptions.revokedAt)))
    .returning();
  return row ?? null;
}

/** Ends one that holds or waits; null where it ended before. */
export async function revokeException(
  tx: Database,
  id: string,
  { id: revokedById, name: revokedByName, at: revokedAt }: Done,
): Promise<StoredException | null> {
  const [row] = await tx
    .update(exceptions)
    .set({ revokedById, revokedByName, revokedAt })
    .where(
      and(eq(exceptions.id, id), isNull(exceptions.revokedAt), gt(exceptions.until, revokedAt)),
    )
    .returning();
  return row ?? null;
}

/** The scope of a stored exception. */
export function scopeOfException({
  account,
  check,
  regions,
  resource,
}: StoredException): ExceptionScope {
  return { account, check, regions, resource };
}
