import type { Logger } from 'pino';
import { repeat } from '../scan/repeat.ts';
import type { Database } from '../store/database.ts';
import { someoneWorks } from '../store/workers.ts';

const lookEveryMs = 15_000;

/** Tells the log of a process that only serves people when nobody takes up scans, and when somebody does again. */
export function warnWithoutWorker(db: Database, log: Logger): () => Promise<void> {
  let before = true;
  return repeat(lookEveryMs, 'looking for a worker', look, log);

  async function look(): Promise<void> {
    const now = await someoneWorks(db);
    if (before && !now)
      log.warn('no worker runs: scans wait until one is started (ippo serve --role worker)');
    if (!before && now) log.warn('a worker runs again');
    before = now;
  }
}
