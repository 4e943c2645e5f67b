import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DomainError, type Scan, type ScanTarget } from '@ippo/contracts';
import { recordInAuditLog } from '../store/audit.ts';
import { everyAccount, sees, type ReaderScope } from '../store/reader-scope.ts';
import { addScan, endScan, listUnfinishedScans, readStoredScan, toScan } from '../store/scans.ts';
import { runScan } from './run-scan.ts';
import type { ScanQueue } from './scan-queue.ts';
import type { ScanWork } from './scan-work.ts';

/** Who starts or cancels a scan. */
export type Actor = { id: string; name: string };

/** How long a cancel waits for the scan to say that it ended. */
const cancelWait = { tries: 40, everyMs: 50 };

/** Starts, shows, cancels and restarts scans. */
export type ScanService = {
  start(target: ScanTarget, by: Actor): Promise<Scan>;
  cancel(id: string, by: Actor): Promise<Scan>;
  /** A scan with its newest progress; throws DomainError `not-found`, also outside the scope. */
  read(id: string, scope: ReaderScope): Promise<Scan>;
  watch(id: string, look: () => void): () => void;
  /** Marks what a killed process left and restarts it once, then takes up work. */
  open(): Promise<void>;
  close(): Promise<void>;
};

/** Ties the queue, the store and the runner together. */
export function openScanService(work: ScanWork, queue: ScanQueue): ScanService {
  const { db, board } = work;

  async function read(id: string, scope: ReaderScope): Promise<Scan> {
    const stored = await readStoredScan(db, id);
    if (!stored || !sees(scope, stored.account)) throw new DomainError('not-found');
    const scan = toScan(stored);
    return { ...scan, progress: board.latest(id) ?? scan.progress };
  }

  async function enqueue(
    target: ScanTarget,
    by: Actor | null,
    restartOf: string | null,
  ): Promise<string> {
    const id = randomUUID();
    const at = work.now();
    await db.transaction(async (tx) => {
      const startedBy = by?.name ?? null;
      if (!(await addScan(tx, { id, target, startedBy, createdAt: at, restartOf })))
        throw new DomainError('scan-running');
      const detail = { target, ...(restartOf && { restartOf }) };
      const actor = by?.id ?? null;
      await recordInAuditLog(tx, { at, actor, action: 'scan.started', subject: id, detail });
    });
    if (await queue.add(id, target)) return id;
    await db.transaction((tx) => endScan(tx, id, { status: 'cancelled', at: work.now() }));
    throw new DomainError('scan-running');
  }

  return {
    read,
    watch: board.watch,
    start: async (target, by) => read(await enqueue(target, by, null), everyAccount),
    async cancel(id, by) {
      const scan = await read(id, everyAccount);
      if (scan.finishedAt !== null) return scan;
      const at = work.now();
      await recordInAuditLog(db, { at, actor: by.id, action: 'scan.cancelled', subject: id });
      if (!board.abort(id)) {
        await db.transaction((tx) => endScan(tx, id, { status: 'cancelled', at }));
        await queue.drop(id);
        board.changed(id, true);
      }
      for (let left = cancelWait.tries; left > 0; left -= 1) {
        const now = await read(id, everyAccount);
        if (now.finishedAt !== null) return now;
        await pause(cancelWait.everyMs);
      }
      return read(id, everyAccount);
    },
    async open() {
      const left = await listUnfinishedScans(db);
      for (const scan of left)
        await db.transaction(async (tx) => {
          const at = work.now();
          await endScan(tx, scan.id, { status: 'interrupted', at });
          const detail = { status: 'interrupted' };
          const entry = { at, actor: null, subject: scan.id, detail };
          await recordInAuditLog(tx, { ...entry, action: 'scan.ended' });
        });
      await queue.work((id) => runScan(work, id));
      // Once only: a scan that takes the process down with it must not do so at every start.
      for (const { id, target, restartOf } of left)
        if (restartOf === null) await enqueue(target, null, id);
    },
    async close() {
      board.stop();
      await queue.stop();
    },
  };
}
