import { DomainError } from '@ippo/contracts';
import { recordInAuditLog } from '../store/audit.ts';
import {
  dropConnection,
  forgetReader,
  removeConnection,
  type StoredConnection,
} from '../store/connections.ts';
import type { Database } from '../store/database.ts';
import { eraseHistory, isBeingScanned, reasonToHold } from '../store/erase-history.ts';

/** What an owner wants of a connection's history; `account` is repeated by hand. */
export type Removal = { history: 'keep' | 'erase'; account?: string | undefined };

/**
 * Removes a connection, with what is known of its account or without; a built-in one stays and can only be
 * emptied. Returns how many scans were erased. Throws DomainError `account-not-repeated`, `scan-running`,
 * `account-held` or `connection-built-in`.
 */
export async function removeWithHistory(
  db: Database,
  connection: StoredConnection,
  { history, account }: Removal,
  { actor, at }: { actor: string; at: Date },
): Promise<number> {
  const { id, kind } = connection;
  if (kind !== 'role' && history === 'keep') throw new DomainError('connection-built-in');
  if (connection.account !== null && account !== connection.account)
    throw new DomainError('account-not-repeated');
  return db.transaction(async (tx) => {
    // First, so that none begins: a scan looks at its connection once more when it is opened.
    await removeConnection(tx, id, at);
    if (await isBeingScanned(tx, connection)) throw new DomainError('scan-running');
    const erased = history === 'erase' ? await erase(tx, connection) : 0;
    if (kind !== 'role') await forgetReader(tx, connection);
    else if (history === 'erase') await dropConnection(tx, id);
    const detail = { history, scans: String(erased), account: connection.account ?? '' };
    const action = kind === 'role' ? 'connection.removed' : 'connection.erased';
    await recordInAuditLog(tx, { at, actor, action, subject: id, detail });
    return erased;
  });
}

async function erase(tx: Database, connection: StoredConnection): Promise<number> {
  const reason = await reasonToHold(tx, connection);
  if (reason !== null) throw new DomainError('account-held', { reason });
  return eraseHistory(tx, connection);
}
