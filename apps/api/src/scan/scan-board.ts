import type { ScanProgress } from '@ippo/contracts';

/** Why a scan is aborted: someone cancelled it, or this process ends or lost its hold on it. */
export const cancelled = new DOMException('the scan was cancelled', 'AbortError');
export const givenUp = new DOMException('this process gave the scan up', 'AbortError');

/** What this process knows of the scans it runs: live progress, who watches, and how to stop them. */
export type ScanBoard = {
  begin(id: string): AbortSignal;
  progress(id: string, progress: ScanProgress): void;
  latest(id: string): ScanProgress | null;
  /** Tells watchers to look again; drops the scan's live state where it ended. */
  changed(id: string, ended: boolean): void;
  /** Aborts a scan that runs here; false where none does. */
  abort(id: string, reason: DOMException): boolean;
  running(): string[];
  /** Calls at each change of any scan here. */
  watch(look: (id: string) => void): () => void;
  /** Aborts every scan and lets none begin: the process is about to end. */
  stop(): void;
  stopping(): boolean;
};

/** Opens an empty board. */
export function openScanBoard(): ScanBoard {
  const running = new Map<string, { control: AbortController; progress: ScanProgress | null }>();
  const watchers = new Set<(id: string) => void>();
  let stopping = false;

  function tell(id: string): void {
    for (const look of watchers) look(id);
  }

  return {
    begin(id) {
      const control = new AbortController();
      running.set(id, { control, progress: null });
      if (stopping) control.abort(givenUp);
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
    abort(id, reason) {
      const scan = running.get(id);
      scan?.control.abort(reason);
      return scan !== undefined;
    },
    running: () => [...running.keys()],
    watch(look) {
      watchers.add(look);
      return () => void watchers.delete(look);
    },
    stop() {
      stopping = true;
      for (const { control } of running.values()) control.abort(givenUp);
    },
    stopping: () => stopping,
  };
}
