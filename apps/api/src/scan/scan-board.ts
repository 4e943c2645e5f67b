import type { ScanProgress } from '@ippo/contracts';

/** What this process knows of the scans it runs: live progress, who watches, and how to stop them. */
export type ScanBoard = {
  begin(id: string): AbortSignal;
  progress(id: string, progress: ScanProgress): void;
  latest(id: string): ScanProgress | null;
  /** Tells watchers to look again; drops the scan's live state where it ended. */
  changed(id: string, ended: boolean): void;
  /** Aborts a scan that runs here; false where none does. */
  abort(id: string): boolean;
  watch(id: string, look: () => void): () => void;
  /** Aborts every scan and lets none begin: the process is about to end. */
  stop(): void;
  stopping(): boolean;
};

/** Opens an empty board. */
export function openScanBoard(): ScanBoard {
  const running = new Map<string, { control: AbortController; progress: ScanProgress | null }>();
  const watchers = new Map<string, Set<() => void>>();
  let stopping = false;

  function tell(id: string): void {
    for (const look of watchers.get(id) ?? []) look();
  }

  return {
    begin(id) {
      const control = new AbortController();
      running.set(id, { control, progress: null });
      if (stopping) control.abort();
      return control.signal;
    },
    progress(id, progress) {
      const scan = running.get(id);
      if (!scan) return;
      scan.progress = progress;
      tell(id);
    },
    latest: (id) => running.get(id)?.progress ?? null,
    changed(id, ended) {
      if (ended) running.delete(id);
      tell(id);
    },
    abort(id) {
      const scan = running.get(id);
      scan?.control.abort();
      return scan !== undefined;
    },
    watch(id, look) {
      const set = watchers.get(id) ?? new Set();
      watchers.set(id, set.add(look));
      return () => {
        set.delete(look);
        if (set.size === 0) watchers.delete(id);
      };
    },
    stop() {
      stopping = true;
      for (const { control } of running.values()) control.abort();
    },
    stopping: () => stopping,
  };
}
