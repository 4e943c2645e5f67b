import { leaseMs, renewLeases } from '../store/scan-leases.ts';
import { cancelled, givenUp } from './scan-board.ts';
import type { ScanWork } from './scan-work.ts';

/**
 * One beat of a process that runs scans: renews its hold on them, stops those that someone cancelled
 * elsewhere, and gives up those that another process took over or that it could not renew in time.
 */
export function leaseKeeper({ db, board, worker, log }: ScanWork): () => Promise<void> {
  let renewedAt = performance.now();
  return async () => {
    const running = board.running();
    if (running.length === 0) {
      renewedAt = performance.now();
      return;
    }
    try {
      const held = await renewLeases(db, worker);
      renewedAt = performance.now();
      for (const { id } of held.filter((scan) => scan.cancelled)) board.abort(id, cancelled);
      const mine = new Set(held.map(({ id }) => id));
      const unheld = running.filter((id) => !mine.has(id) && board.running().includes(id));
      for (const id of unheld) board.abort(id, givenUp);
    } catch (error) {
      log.warn({ err: error }, 'the hold on running scans was not renewed');
      if (performance.now() - renewedAt > leaseMs)
        for (const id of running) board.abort(id, givenUp);
    }
  };
}
