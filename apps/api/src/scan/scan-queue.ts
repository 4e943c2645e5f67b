import { setTimeout as pause } from 'node:timers/promises';
import type { ScanTarget } from '@ippo/contracts';
import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Store } from '../store/database.ts';

const queue = 'scan';
/** A scan's budget is 10 minutes; a job older than this is dead. */
const jobSeconds = 15 * 60;
/** The row of the last scan ends a moment before its job does. */
const handOver = { tries: 50, everyMs: 100 };

/** The queue of scans: one at a time for each target. */
export type ScanQueue = {
  /** False where another scan of the target holds its place. */
  add(id: string, target: ScanTarget): Promise<boolean>;
  drop(id: string): Promise<void>;
  /** Drops jobs of an earlier process, then works. */
  work(run: (id: string) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
};

/** Opens the queue on the store's own database. */
export async function openScanQueue(store: Store, log: Logger): Promise<ScanQueue> {
  const boss = new PgBoss({
    ...store.jobs,
    useListenNotify: true,
    schedule: false,
  });
  boss.on('error', (error) => log.error({ err: error }, 'the queue failed'));
  await boss.start();
  await boss.createQueue(queue, {
    policy: 'exclusive',
    notify: true,
    retryLimit: 0,
    expireInSeconds: jobSeconds,
  });
  return {
    async add(id, target) {
      for (let left = handOver.tries; left > 0; left -= 1) {
        if (await boss.send(queue, { scan: id }, { id, singletonKey: target })) return true;
        await pause(handOver.everyMs);
      }
      return false;
    },
    async drop(id) {
      await boss.cancel(queue, id);
    },
    async work(run) {
      await boss.deleteAllJobs(queue);
      await boss.work<{ scan: string }>(queue, { localConcurrency: 2 }, async (jobs) => {
        for (const job of jobs) await run(job.data.scan);
      });
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000, close: false }),
  };
}
