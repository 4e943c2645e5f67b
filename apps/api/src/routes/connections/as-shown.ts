import type { Connection } from '@ippo/contracts';
import { reachOf } from '../../scan/caller-reach.ts';
import type { StoredConnection } from '../../store/connections.ts';
import type { Database } from '../../store/database.ts';
import { listLastScans, type LastScan } from '../../store/last-scans.ts';

/** Stored connections as the API shows them, each with its last scan. */
export async function asShown(
  db: Database,
  stored: readonly StoredConnection[],
): Promise<Connection[]> {
  const last = await listLastScans(
    db,
    stored.map(({ id }) => id),
  );
  return stored.map((connection) => shown(connection, last.get(connection.id) ?? null));
}

function shown(connection: StoredConnection, last: LastScan | null): Connection {
  const { id, kind, account, roleArn, externalId, callerArn, problem, status } = connection;
  return {
    ...{ id, kind, account, roleArn, externalId, problem },
    name: connection.name || null,
    state: status === 'removed' ? 'paused' : status,
    caller: callerArn === null ? null : { arn: callerArn, reach: reachOf(kind, callerArn) },
    testedAt: connection.testedAt?.toISOString() ?? null,
    source: last?.source ?? null,
    lastScan: last && {
      ...{ id: last.id, status: last.status },
      createdAt: last.createdAt.toISOString(),
      finishedAt: last.finishedAt?.toISOString() ?? null,
    },
    createdAt: connection.createdAt.toISOString(),
  };
}
