import { DomainError, type ProblemCode, type ScanTarget } from '@ippo/contracts';
import { and, eq, ne, or, sql } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { sees, within, type ReaderScope } from './reader-scope.ts';
import { connections } from './schema/connections.ts';
import { schedules } from './schema/schedules.ts';

export type StoredConnection = typeof connections.$inferSelect;

/** Any fixed number, of connected accounts alone: it only has to be the same in every process. */
const accountsLock = 5_470_011;

/** The connections that are always there. */
export const builtIn = { machine: 'aws', demo: 'demo' } as const;

/** Makes the rows of what is always there. */
export async function ensureBuiltIn(db: Database): Promise<void> {
  const row = { name: '', status: 'active', createdAt: sql`now()` } as const;
  await db
    .insert(connections)
    .values([
      { ...row, id: builtIn.machine, kind: 'machine' },
      { ...row, id: builtIn.demo, kind: 'demo' },
    ])
    .onConflictDoNothing();
}

/** Every connection that was not removed, in the order they were made. */
export async function listConnections(
  db: Database,
  scope: ReaderScope,
): Promise<StoredConnection[]> {
  return db
    .select()
    .from(connections)
    .where(and(ne(connections.status, 'removed'), within(scope, connections.account)))
    .orderBy(connections.createdAt, connections.id);
}

/** One connection; throws DomainError `unknown-connection`, also where it was removed or is out of scope. */
export async function readConnection(
  db: Database,
  scope: ReaderScope,
  id: ScanTarget,
): Promise<StoredConnection> {
  if (id === builtIn.machine || id === builtIn.demo) await ensureBuiltIn(db);
  const [row] = await db.select().from(connections).where(eq(connections.id, id));
  if (!row || row.status === 'removed' || !sees(scope, row.account))
    throw new DomainError('unknown-connection', { target: id });
  return row;
}

/**
 * A connection that may be scanned now. Throws DomainError `unknown-connection`, `connection-paused` or
 * `connection-not-ready`.
 */
export async function readScannable(
  db: Database,
  scope: ReaderScope,
  id: ScanTarget,
): Promise<StoredConnection> {
  const connection = await readConnection(db, scope, id);
  if (connection.status === 'paused') throw new DomainError('connection-paused');
  if (connection.status !== 'active') throw new DomainError('connection-not-ready');
  return connection;
}

/** Adds a connection whose role does not exist yet. */
export async function addConnection(
  db: Database,
  draft: Pick<StoredConnection, 'id' | 'name' | 'externalId' | 'createdAt' | 'createdBy'>,
): Promise<void> {
  await db.insert(connections).values({ ...draft, kind: 'role', status: 'new' });
}

/**
 * Names the role of a connection, which is then to be tested. Throws DomainError `account-connected`
 * where another connection reads the account.
 */
export async function nameRole(
  tx: Database,
  id: string,
  { roleArn, account }: { roleArn: string; account: string },
): Promise<void> {
  await requireUnconnected(tx, id, account);
  const untested = { callerArn: null, testedAt: null, problem: null };
  await tx
    .update(connections)
    .set({ roleArn, account, status: 'new', ...untested })
    .where(eq(connections.id, id));
}

/**
 * Notes who AWS says that we are through a connection. Throws DomainError `account-connected` where this
 * machine's credentials are for an account that a role reads.
 */
export async function noteReader(
  tx: Database,
  { id, kind }: Pick<StoredConnection, 'id' | 'kind'>,
  found: { account: string; callerArn: string },
): Promise<void> {
  if (kind === 'machine') await requireUnconnected(tx, id, found.account);
  await tx.update(connections).set(found).where(eq(connections.id, id));
}

/** Notes the same for a scan's target; does nothing where it is no connection any more. */
export async function noteReaderOf(
  db: Database,
  target: ScanTarget,
  found: { account: string; callerArn: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const [row] = await tx.select().from(connections).where(eq(connections.id, target));
    if (row) await noteReader(tx, row, found);
  });
}

/**
 * Keeps how a test went: a new connection that passed may be used from then on, one found unfit no longer.
 * Says nothing of a role that was named meanwhile.
 */
export async function noteTest(
  db: Database,
  { id, status, roleArn }: StoredConnection,
  test: { testedAt: Date; problem: ProblemCode | null },
  unfit: boolean,
): Promise<void> {
  const passed = test.problem === null && status === 'new' ? 'active' : status;
  await db
    .update(connections)
    .set({ ...test, status: unfit ? 'new' : passed })
    .where(
      and(
        eq(connections.id, id),
        eq(connections.status, status),
        sql`${connections.roleArn} is not distinct from ${roleArn}`,
      ),
    );
}

export async function renameConnection(db: Database, id: string, name: string): Promise<void> {
  await db.update(connections).set({ name }).where(eq(connections.id, id));
}

/** Pauses or resumes; false where the connection was in another state than expected. */
export async function moveConnection(
  db: Database,
  id: string,
  from: StoredConnection['status'],
  to: StoredConnection['status'],
): Promise<boolean> {
  const moved = await db
    .update(connections)
    .set({ status: to })
    .where(and(eq(connections.id, id), eq(connections.status, from)))
    .returning({ id: connections.id });
  return moved.length > 0;
}

/**
 * Ends a pause; false where there was none. Throws DomainError `account-connected` where a role was given
 * this machine's account meanwhile.
 */
export async function resumeConnection(
  tx: Database,
  { id, kind, account }: StoredConnection,
): Promise<boolean> {
  if (kind === 'machine' && account !== null) await requireUnconnected(tx, id, account);
  return moveConnection(tx, id, 'paused', 'active');
}

/** Removes a connection with its schedule; its scans stay and go on naming it. */
export async function removeConnection(tx: Database, id: string, at: Date): Promise<void> {
  await tx.delete(schedules).where(eq(schedules.target, id));
  await tx
    .update(connections)
    .set({ status: 'removed', removedAt: at })
    .where(eq(connections.id, id));
}

/** Drops the row of a removed connection of which nothing is left. */
export async function dropConnection(tx: Database, id: string): Promise<void> {
  await tx.delete(connections).where(eq(connections.id, id));
}

/** Lets a built-in connection be as it was before anything was read through it. */
export async function forgetReader(tx: Database, { id, status }: StoredConnection): Promise<void> {
  const nobody = { account: null, callerArn: null, testedAt: null, problem: null };
  await tx
    .update(connections)
    .set({ status, removedAt: null, ...nobody })
    .where(eq(connections.id, id));
}

/** One account, one connection. This machine's own gives way while it is paused. */
async function requireUnconnected(tx: Database, id: string, account: string): Promise<void> {
  // Two owners at the same moment: the later one waits, and then sees what the first one did.
  await tx.execute(sql`select pg_advisory_xact_lock(${accountsLock})`);
  const [other] = await tx
    .select({ name: connections.name, id: connections.id })
    .from(connections)
    .where(
      and(
        ne(connections.id, id),
        eq(connections.account, account),
        or(
          and(eq(connections.kind, 'role'), ne(connections.status, 'removed')),
          and(eq(connections.kind, 'machine'), eq(connections.status, 'active')),
        ),
      ),
    );
  if (other)
    throw new DomainError('account-connected', { account, connection: other.name || other.id });
}
