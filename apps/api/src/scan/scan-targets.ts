import { simulatedSession, type AwsAccess, type AwsSession } from '@ippo/collectors';
import { DomainError, type ScanTarget } from '@ippo/contracts';
import { readScannable, type StoredConnection } from '../store/connections.ts';
import type { Database } from '../store/database.ts';
import { everyAccount } from '../store/reader-scope.ts';

/**
 * Opens what a scan looks at; sends nothing yet. Throws DomainError `unknown-connection`,
 * `connection-paused` or `connection-not-ready`.
 */
export type OpenTarget = (target: ScanTarget) => Promise<AwsSession>;

/** Slow enough that a visitor sees the demo being read, call by call. */
const demoLatencyMs = 250;

/** The connections of this install, as they are at the moment of opening. */
export function scanTargets(access: AwsAccess, db: Database): OpenTarget {
  return async (target) => openConnection(access, await readScannable(db, everyAccount, target));
}

/** Opens a connection, whatever its state. */
export async function openConnection(
  access: AwsAccess,
  { kind, roleArn, externalId }: StoredConnection,
): Promise<AwsSession> {
  if (kind === 'demo') return simulatedSession('acme-demo', { latencyMs: demoLatencyMs });
  if (kind === 'machine') return access.machine();
  if (roleArn === null || externalId === null) throw new DomainError('connection-not-ready');
  return access.role({ roleArn, externalId });
}
