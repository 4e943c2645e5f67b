import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database, Store } from '../store/database.ts';
import { askToCancel, leaseMs, listAbandonedScans } from '../store/scan-leases.ts';
import { addScan, beginScan } from '../store/scans.ts';
import { openTestStore } from '../testing/test-store.ts';
import { worldTarget } from '../testing/test-install.ts';
import { leaseKeeper } from './keep-leases.ts';
import { cancelled, givenUp, openScanBoard } from './scan-board.ts';
import type { ScanWork } from './scan-work.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterEach(() => void vi.useRealTimers());
afterAll(() => store.close());

function workOn(db: Database): ScanWork {
  return {
    ...{ db, board: openScanBoard(), worker: 'this one', openTarget: worldTarget('spotless') },
    ...{ now: () => new Date(), log: pino({ level: 'silent' }) },
  };
}

/** A scan that runs on this process's board, and in the database in a process's name. */
async function running({ db, board }: ScanWork, worker: string) {
  const id = randomUUID();
  const scan = { id, target: `t-${id}`, startedBy: null, restartOf: null, createdAt: new Date() };
  await addScan(db, scan);
  await beginScan(db, id, new Date(), worker);
  return { id, signal: board.begin(id) };
}

describe('a process that runs scans', () => {
  test('keeps its own, and stops one that someone cancelled elsewhere', async () => {
    const work = workOn(store.db);
    const kept = await running(work, 'this one');
    const stopped = await running(work, 'this one');
    await askToCancel(store.db, stopped.id, new Date());

    await leaseKeeper(work)();

    expect(kept.signal.aborted).toBe(false);
    expect(stopped.signal.reason).toBe(cancelled);
    expect(await listAbandonedScans(store.db)).toEqual([]);
  });

  test('gives up a scan that another process took over', async () => {
    const work = workOn(store.db);
    const lost = await running(work, 'another one');

    await leaseKeeper(work)();

    expect(lost.signal.reason).toBe(givenUp);
  });

  test('gives up what it could not hold for as long as others wait', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const work = workOn({
      update() {
        throw new Error('the server is gone');
      },
    } as unknown as Database);
    const signal = work.board.begin('any');
    const beat = leaseKeeper(work);

    vi.advanceTimersByTime(leaseMs - 1_000);
    await beat();
    const still = signal.aborted;
    vi.advanceTimersByTime(2_000);
    await beat();

    expect([still, signal.reason]).toEqual([false, givenUp]);
  });
});
