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
/** A job that a process took begins its scan at once; one that did not lost its process. */
const beginsWithinMs = 10_000;
/** Scans that one process runs at the same time. */
const atOnce = 2;

/** The queue of scans: one at a time for each target, whichever process takes it. */
export type ScanQueue = {
  /** False where another scan of the target holds its place. */
  add(id: string, target: ScanTarget): Promise<boolean>;
  /** Sees to it that a waiting scan has a job that can run; call it again where it has not. */
  ensure(id: string, target: ScanTarget): Promise<void>;
  /** Frees the place of a scan that ended without its job. */
  drop(id: string): Promise<void>;
  /** Drops every job: only for a process that has the database to itself. */
  clear(): Promise<void>;
  work(run: (id: string) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
};

/** Opens the queue on the store's own database; upkeep is for processes that work. */
export async function openScanQueue(
  store: Store,
  log: Logger,
  { upkeep = true }: { upkeep?: boolean } = {},
): Promise<ScanQueue> {
  const boss = new PgBoss({
    ...store.jobs,
    useListenNotify: true,
    supervise: upkeep,
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

  async function send(id: string, target: ScanTarget): Promise<boolean> {
    return (await boss.send(queue, { scan: id }, { id, singletonKey: target })) !== null;
  }

  return {
    async add(id, target) {
      for (let left = handOver.tries; left > 0; left -= 1) {
        if (await send(id, target)) return true;
        await pause(handOver.everyMs);
      }
      return false;
    },
    async ensure(id, target) {
      const [job] = await boss.findJobs(queue, { id });
      if (job?.state === 'created' || job?.state === 'retry') return;
      const begins = job?.state === 'active' ? job.startedOn.getTime() + beginsWithinMs : 0;
      if (begins > Date.now()) return;
      if (job) await boss.deleteJob(queue, id);
      await send(id, target);
    },
    async drop(id) {
      await boss.deleteJob(queue, id);
    },
    async clear() {
      await boss.deleteAllJobs(queue);
    },
    async work(run) {
      await boss.work<{ scan: string }>(queue, { localConcurrency: atOnce }, async (jobs) => {
        for (const job of jobs) await run(job.data.scan);
      });
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000, close: store.home === 'postgresql' }),
  };
}
