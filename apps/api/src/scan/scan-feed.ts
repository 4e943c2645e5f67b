import type { Scan } from '@ippo/contracts';
import { listChangedScans, newestChange } from '../store/scan-changes.ts';
import { toScan, type StoredScan } from '../store/scans.ts';
import { repeat } from './repeat.ts';
import type { ScanWork } from './scan-work.ts';

/** A scan as it is now, with the number of the change that made it so. */
export type LiveScan = { change: number; scan: Scan };
type Listener = { take(live: LiveScan): void; end(): void };

/** Tells of every scan's changes, whichever process runs it; what runs here is told at once. */
export type ScanFeed = {
  /** What is unfinished, and what changed after a number where one is given, oldest change first. */
  replay(after: number | null): Promise<{ changes: LiveScan[]; newest: number }>;
  listen(listener: Listener): () => void;
  /** Ends every listener: the process is about to end. */
  close(): void;
};

const lookEveryMs = 500;
const quietMs = 100;

/** Opens the feed; it looks into the database only while somebody listens. */
export function openScanFeed({ db, board, log }: Pick<ScanWork, 'db' | 'board' | 'log'>): ScanFeed {
  const listeners = new Set<Listener>();
  /** As seen last; only what is unfinished or ended lately. */
  let known = new Map<string, StoredScan>();
  let newest: number | null = null;
  const dirty = new Set<string>();
  let flushing: NodeJS.Timeout | undefined;
  let stop: (() => void) | undefined;

  function live(stored: StoredScan): LiveScan {
    const scan = toScan(stored);
    const progress = board.latest(stored.id) ?? scan.progress;
    return { change: stored.changed, scan: { ...scan, progress } };
  }

  function tell(stored: StoredScan): void {
    for (const listener of listeners) listener.take(live(stored));
  }

  async function look(): Promise<void> {
    newest ??= await newestChange(db);
    const rows = await listChangedScans(db, newest);
    const before = known;
    known = new Map(rows.map((row) => [row.id, row]));
    newest = Math.max(newest, rows.at(-1)?.changed ?? 0);
    for (const row of rows) if (before.get(row.id)?.changed !== row.changed) tell(row);
  }

  function flush(): void {
    flushing = undefined;
    const ids = [...dirty];
    dirty.clear();
    const running = ids.flatMap((id) => (board.latest(id) && known.get(id)) || []);
    for (const stored of running) if (stored.status === 'running') tell(stored);
    if (running.length < ids.length)
      look().catch((error: unknown) => log.warn({ err: error }, 'a look at the scans failed'));
  }

  function begin(): () => void {
    const endLooking = repeat(lookEveryMs, 'a look at the scans', look, log);
    const unwatch = board.watch((id) => {
      dirty.add(id);
      flushing ??= setTimeout(flush, quietMs);
    });
    return () => {
      unwatch();
      void endLooking();
      clearTimeout(flushing);
      flushing = undefined;
      dirty.clear();
      known = new Map();
      newest = null;
    };
  }

  return {
    async replay(after) {
      const last = await newestChange(db);
      // A number that is still to come is of another database, before a backup was brought back.
      const from = after !== null && after > last ? 0 : (after ?? last);
      const changes = (await listChangedScans(db, from)).filter(
        ({ finishedAt }) => after !== null || finishedAt === null,
      );
      return { changes: changes.map(live), newest: last };
    },
    listen(listener) {
      listeners.add(listener);
      stop ??= begin();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
    close() {
      for (const listener of listeners) listener.end();
    },
  };
}
