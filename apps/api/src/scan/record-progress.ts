import type { ScanProgress } from '@ippo/contracts';
import { noteScanProgress } from '../store/scans.ts';
import type { ScanWork } from './scan-work.ts';

const storeEveryMs = 1_000;

/** Shows progress at once to those who watch, and stores it once a second for those who ask later. */
export function progressRecorder({ db, board, log }: ScanWork, id: string) {
  let newest: ScanProgress | null = null;
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  function write(): void {
    timer = undefined;
    const progress = newest;
    newest = null;
    if (!progress) return;
    writing = writing
      .then(() => noteScanProgress(db, id, progress))
      .catch((error: unknown) => log.warn({ err: error, scan: id }, 'progress was not stored'));
  }

  return {
    take(progress: ScanProgress): void {
      newest = progress;
      board.progress(id, progress);
      timer ??= setTimeout(write, storeEveryMs);
    },
    /** Stores what came last; call it when the reading is over. */
    async settle(): Promise<void> {
      clearTimeout(timer);
      write();
      await writing;
    },
  };
}
