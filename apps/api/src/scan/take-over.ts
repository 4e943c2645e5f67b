import { recordInAuditLog } from '../store/audit.ts';
import { listAbandonedScans, listWaitingScans, takeAbandonedScan } from '../store/scan-leases.ts';
import { endScan } from '../store/scans.ts';
import { addWaitingScan } from './add-waiting-scan.ts';
import type { ScanQueue } from './scan-queue.ts';
import type { ScanWork } from './scan-work.ts';

/**
 * Ends what a killed process left running and restarts it once; sees to it that every scan that waits
 * has a job. Any number of processes may do this at the same time.
 */
export async function takeOverScans(work: ScanWork, queue: ScanQueue): Promise<void> {
  for (const id of await listAbandonedScans(work.db))
    // Our own are ours to end, also where this process was held up for longer than it may be.
    if (!work.board.running().includes(id) && (await endAbandoned(work, id))) await queue.drop(id);
  for (const { id, target } of await listWaitingScans(work.db)) await queue.ensure(id, target);
}

/** Ends and restarts in one transaction: killed in between, nothing is lost. */
async function endAbandoned({ db, board, now }: ScanWork, id: string): Promise<boolean> {
  const ended = await db.transaction(async (tx) => {
    const scan = await takeAbandonedScan(tx, id);
    if (!scan) return false;
    const at = now();
    const status = scan.cancelRequestedAt === null ? 'interrupted' : 'cancelled';
    await endScan(tx, id, { status, at });
    const entry = { at, actor: null, subject: id, detail: { status } };
    await recordInAuditLog(tx, { ...entry, action: 'scan.ended' });
    // Once only: a scan that takes its process down with it must not do so for ever.
    if (status === 'interrupted' && scan.restartOf === null) {
      const { target } = scan;
      await addWaitingScan(tx, { target, by: null, trigger: 'restart', restartOf: id }, at);
    }
    return true;
  });
  if (ended) board.changed(id, true);
  return ended;
}
