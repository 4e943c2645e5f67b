import { randomUUID } from 'node:crypto';
import { DomainError, type ScanTarget } from '@ippo/contracts';
import { recordInAuditLog } from '../store/audit.ts';
import type { Database } from '../store/database.ts';
import { addScan, type StoredScan } from '../store/scans.ts';
import type { Actor } from './scan-service.ts';

/** What begins a scan: a person, a schedule, or the scan of a process that ended. */
export type Beginning = {
  target: ScanTarget;
  by: Actor | null;
  trigger: StoredScan['trigger'];
  /** The interrupted scan that it is started for. */
  restartOf: string | null;
};

/**
 * Adds a scan that waits, with its entry in the audit log; its id. Throws DomainError `scan-running`
 * where one of the target waits or runs. Pass a transaction, then give the scan to the queue.
 */
export async function addWaitingScan(
  tx: Database,
  { target, by, trigger, restartOf }: Beginning,
  at: Date,
): Promise<string> {
  const id = randomUUID();
  const startedBy = by?.name ?? null;
  if (!(await addScan(tx, { id, target, startedBy, trigger, createdAt: at, restartOf })))
    throw new DomainError('scan-running');
  const detail = { target, trigger, ...(restartOf && { restartOf }) };
  const actor = by?.id ?? null;
  await recordInAuditLog(tx, { at, actor, action: 'scan.started', subject: id, detail });
  return id;
}
