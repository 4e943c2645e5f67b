import { identify, proveRole, type AwsAccess, type Identity } from '@ippo/collectors';
import { DomainError, type ProblemCode } from '@ippo/contracts';
import { recordInAuditLog } from '../store/audit.ts';
import { noteReader, noteTest, type StoredConnection } from '../store/connections.ts';
import type { Database } from '../store/database.ts';
import { openConnection } from './scan-targets.ts';

/** Found on a role that worked before, these end its use until it passes again. */
const unfit: readonly ProblemCode[] = ['role-open-without-external-id', 'account-mismatch'];

/**
 * Uses a connection once and keeps how that went; a role is tried without its external id too. Throws the
 * DomainError that it failed with.
 */
export async function testConnection(
  { db, access, now }: { db: Database; access: AwsAccess; now(): Date },
  connection: StoredConnection,
  actor: string,
): Promise<void> {
  const { id } = connection;
  try {
    const { account, arn } = await tried(access, connection);
    const at = now();
    await db.transaction(async (tx) => {
      await noteReader(tx, connection, { account, callerArn: arn });
      await noteTest(tx, connection, { testedAt: at, problem: null }, false);
      const detail = { account, caller: arn };
      await recordInAuditLog(tx, { at, actor, action: 'connection.tested', subject: id, detail });
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code } = error;
    if (code === 'connection-not-ready') throw error;
    const at = now();
    await db.transaction(async (tx) => {
      await noteTest(tx, connection, { testedAt: at, problem: code }, unfit.includes(code));
      const entry = { at, actor, subject: id, detail: { problem: code } };
      await recordInAuditLog(tx, { ...entry, action: 'connection.refused' });
    });
    throw error;
  }
}

async function tried(access: AwsAccess, connection: StoredConnection): Promise<Identity> {
  const { kind, roleArn, externalId } = connection;
  if (kind === 'role' && roleArn !== null && externalId !== null)
    return proveRole(access, { roleArn, externalId });
  const session = await openConnection(access, connection);
  return identify(session).finally(() => session.close());
}
