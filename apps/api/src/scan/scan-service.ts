import { setTimeout as pause } from 'node:timers/promises';
import { DomainError, type Scan, type ScanTarget } from '@ippo/contracts';
import { recordInAuditLog } from '../store/audit.ts';
import { everyAccount, sees, type ReaderScope } from '../store/reader-scope.ts';
import { askToCancel, releaseLeases } from '../store/scan-leases.ts';
import { endScan, readStoredScan, toScan } from '../store/scans.ts';
import { sayAlive, sayGone } from '../store/workers.ts';
import { addWaitingScan } from './add-waiting-scan.ts';
import { leaseKeeper } from './keep-leases.ts';
import { repeat } from './repeat.ts';
import { runScan } from './run-scan.ts';
import { cancelled } from './scan-board.ts';
import type { ScanQueue } from './scan-queue.ts';
import type { ScanWork } from './scan-work.ts';
import { startDueScans } from './start-due-scans.ts';
import { takeOverScans } from './take-over.ts';

/** Who starts or cancels a scan. */
export type Actor = { id: string; name: string };

/** How long a cancel waits for the scan to say that it ended. */
const cancelWait = { tries: 60, everyMs: 50 };
/** A cancel in another process is seen, and a dead process is noticed, within these. */
const everyMs = { lease: 1_000, takeOver: 2_000, schedules: 5_000, alive: 5_000 };

/** Starts, shows, cancels and restarts scans. */
export type ScanService = {
  start(target: ScanTarget, by: Actor): Promise<Scan>;
  cancel(id: string, by: Actor): Promise<Scan>;
  /** A scan with its newest progress; throws DomainError `not-found`, also outside the scope. */
  read(id: string, scope: ReaderScope): Promise<Scan>;
  /**
   * Takes up work in this process: what a killed one left, what waits, what a schedule asks for.
   * `alone`: no other process has this database.
   */
  open(options: { alone: boolean }): Promise<void>;
  close(): Promise<void>;
};

/** Ties the queue, the store and the runner together. */
export function openScanService(work: ScanWork, queue: ScanQueue): ScanService {
  const { db, board, log } = work;
  const loops: (() => Promise<void>)[] = [];

  async function read(id: string, scope: ReaderScope): Promise<Scan> {
    const stored = await readStoredScan(db, id);
    if (!stored || !sees(scope, stored.account)) throw new DomainError('not-found');
    const scan = toScan(stored);
    return { ...scan, progress: board.latest(id) ?? scan.progress };
  }

  /** Ends a scan that waits; whoever runs it is asked to. */
  async function cancelStored(id: string, by: Actor): Promise<void> {
    const at = work.now();
    const waited = await db.transaction(async (tx) => {
      const asked = await askToCancel(tx, id, at);
      if (!asked && !(await endScan(tx, id, { status: 'cancelled', at }))) return false;
      await recordInAuditLog(tx, { at, actor: by.id, action: 'scan.cancelled', subject: id });
      return !asked;
    });
    board.abort(id, cancelled);
    if (!waited) return;
    await queue.drop(id);
    board.changed(id, true);
  }

  return {
    read,
    async start(target, by) {
      const beginning = { target, by, trigger: 'person', restartOf: null } as const;
      const id = await db.transaction((tx) => addWaitingScan(tx, beginning, work.now()));
      if (await queue.add(id, target)) return read(id, everyAccount);
      await db.transaction((tx) => endScan(tx, id, { status: 'cancelled', at: work.now() }));
      throw new DomainError('scan-running');
    },
    async cancel(id, by) {
      const scan = await read(id, everyAccount);
      if (scan.finishedAt !== null) return scan;
      await cancelStored(id, by);
      for (let left = cancelWait.tries; left > 0; left -= 1) {
        const now = await read(id, everyAccount);
        if (now.finishedAt !== null) return now;
        await pause(cancelWait.everyMs);
      }
      return read(id, everyAccount);
    },
    async open({ alone }) {
      if (alone) {
        await releaseLeases(db, null);
        await queue.clear();
      }
      await sayAlive(db, work.worker);
      await takeOverScans(work, queue);
      loops.push(
        repeat(everyMs.alive, 'saying that it works', () => sayAlive(db, work.worker), log),
        repeat(everyMs.lease, 'renewing the hold on scans', leaseKeeper(work), log),
        repeat(everyMs.takeOver, 'taking over scans', () => takeOverScans(work, queue), log),
        repeat(everyMs.schedules, 'starting due scans', () => startDueScans(work, queue), log),
      );
      await queue.work((id) => runScan(work, id));
    },
    async close() {
      board.stop();
      for (const end of loops.splice(0)) await end();
      await queue.stop();
      await releaseLeases(db, work.worker);
      await sayGone(db, work.worker);
    },
  };
}
