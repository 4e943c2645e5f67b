import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { simulatedSession } from '@ippo/collectors';
import { pino } from 'pino';
import { openScanBoard } from '../scan/scan-board.ts';
import { openScanQueue } from '../scan/scan-queue.ts';
import { openScanService } from '../scan/scan-service.ts';
import { openStore } from '../store/database.ts';
import { everyAccount } from '../store/reader-scope.ts';
import { readStoreSize } from '../store/store-size.ts';

/**
 * What one scan cost: event-loop lag (p99, milliseconds), the most memory that the process held, and bytes
 * that the database grew by.
 */
export type StoredScanCost = { lagMs: number; mostMb: number; grownBytes: number };

/**
 * Scans a simulated account again and again on an embedded database in a folder, as the server does. The
 * account stands still: after the first scan nothing changes.
 */
export async function storedScans(
  world: string,
  { times, latencyMs }: { times: number; latencyMs: number },
): Promise<StoredScanCost[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ippo-scans-'));
  const store = await openStore({ folder });
  const log = pino({ level: 'silent' });
  const still = new Date();
  const queue = await openScanQueue(store, log);
  const scans = openScanService(
    {
      ...{ db: store.db, board: openScanBoard(), worker: 'bench', log },
      openTarget: async () => simulatedSession(world, { latencyMs, now: still }),
      now: () => new Date(),
    },
    queue,
  );
  await scans.open({ alone: true });
  const costs: StoredScanCost[] = [];
  for (let left = times; left > 0; left -= 1) {
    const before = (await readStoreSize(store.db)).all;
    const lag = monitorEventLoopDelay({ resolution: 5 });
    lag.enable();
    const { id } = await scans.start('demo', { id: 'bench', name: 'bench' });
    let mostMb = 0;
    while ((await scans.read(id, everyAccount)).finishedAt === null) {
      mostMb = Math.max(mostMb, process.memoryUsage.rss() / 2 ** 20);
      await pause(20);
    }
    lag.disable();
    const grownBytes = (await readStoreSize(store.db)).all - before;
    costs.push({ lagMs: lag.percentile(99) / 1e6, mostMb, grownBytes });
  }
  await scans.close();
  await store.close();
  rmSync(folder, { recursive: true });
  return costs;
}
