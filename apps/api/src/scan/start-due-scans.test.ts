import type { Schedule } from '@ippo/contracts';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readAuditLog } from '../store/audit.ts';
import { ensureBuiltIn, moveConnection } from '../store/connections.ts';
import type { Store } from '../store/database.ts';
import { everyAccount } from '../store/reader-scope.ts';
import { listNewestScans } from '../store/scans.ts';
import { readSchedule } from '../store/schedules.ts';
import { emptyStore, openTestStore } from '../testing/test-store.ts';
import { worldTarget } from '../testing/test-install.ts';
import { openScanBoard } from './scan-board.ts';
import { openScanQueue, type ScanQueue } from './scan-queue.ts';
import type { ScanWork } from './scan-work.ts';
import { setSchedule } from './set-schedule.ts';
import { startDueScans } from './start-due-scans.ts';

const daily: Schedule = { kind: 'daily', time: '09:00', zone: 'Asia/Tokyo' };
const log = pino({ level: 'silent' });
let store: Store;
let queue: ScanQueue;
let clock: Date;
let work: ScanWork;
beforeAll(async () => {
  store = await openTestStore();
  queue = await openScanQueue(store, log);
});
beforeEach(async () => {
  await emptyStore(store);
  await ensureBuiltIn(store.db);
  clock = new Date('2026-11-21T12:00:00Z');
  work = {
    ...{ db: store.db, board: openScanBoard(), worker: 'this one', log, now: () => clock },
    openTarget: worldTarget('spotless'),
  };
});
afterAll(async () => {
  await queue.stop();
  await store.close();
});

function set(schedule: Schedule, target = 'demo') {
  return setSchedule(store.db, everyAccount, { target, schedule }, 'aiko', clock);
}

function scans() {
  return listNewestScans(store.db, everyAccount, 10);
}

describe('a schedule whose time has come', () => {
  test('starts one scan, marked as its own, and waits for its next time', async () => {
    await set(daily);
    await startDueScans(work, queue);
    const early = await scans();
    clock = new Date('2026-11-22T00:00:03Z');

    await startDueScans(work, queue);
    await startDueScans(work, queue);

    const [scan, ...others] = await scans();
    expect(early).toEqual([]);
    expect(others).toEqual([]);
    expect(scan).toMatchObject({ target: 'demo', trigger: 'schedule', startedBy: null });
    expect(await readSchedule(store.db, 'demo')).toMatchObject({
      ...{ lastRunAt: clock, lastScan: scan?.id, lastProblem: null },
      nextRunAt: new Date('2026-11-23T00:00:00Z'),
    });
    const entries = (await readAuditLog(store.db)).filter(({ subject }) => subject === scan?.id);
    expect(entries.map(({ action, actor, detail }) => [action, actor, detail])).toEqual([
      ['scan.started', null, { target: 'demo', trigger: 'schedule' }],
    ]);
  });

  test('and was missed for days catches up once', async () => {
    await set({ kind: 'cron', cron: '0 * * * *', zone: 'UTC' });
    clock = new Date('2026-11-25T07:30:00Z');

    await startDueScans(work, queue);

    expect(await scans()).toHaveLength(1);
    expect((await readSchedule(store.db, 'demo'))?.nextRunAt).toEqual(
      new Date('2026-11-25T08:00:00Z'),
    );
  });

  test('is started by one process where several look at the same moment', async () => {
    await set(daily);
    await set(daily, 'aws');
    clock = new Date('2026-11-22T00:00:00Z');

    await Promise.all(
      ['one', 'two', 'three'].map((worker) => startDueScans({ ...work, worker }, queue)),
    );

    expect((await scans()).map(({ target }) => target).toSorted()).toEqual(['aws', 'demo']);
  });

  test('while a scan of its connection runs starts none, says why, and goes on', async () => {
    await set({ kind: 'cron', cron: '0 * * * *', zone: 'UTC' });
    clock = new Date('2026-11-21T13:00:00Z');
    await startDueScans(work, queue);
    clock = new Date('2026-11-21T14:00:00Z');

    await startDueScans(work, queue);

    expect(await scans()).toHaveLength(1);
    expect(await readSchedule(store.db, 'demo')).toMatchObject({
      ...{ lastScan: null, lastProblem: 'scan-running' },
      nextRunAt: new Date('2026-11-21T15:00:00Z'),
    });
  });

  test('of a paused connection starts none and says why', async () => {
    await set(daily);
    await moveConnection(store.db, 'demo', 'active', 'paused');
    clock = new Date('2026-11-22T00:00:00Z');

    await startDueScans(work, queue);

    expect(await scans()).toEqual([]);
    expect((await readSchedule(store.db, 'demo'))?.lastProblem).toBe('connection-paused');
  });

  test('that was switched off starts none', async () => {
    await set(daily);
    await set({ kind: 'off' });
    clock = new Date('2026-12-24T00:00:00Z');

    await startDueScans(work, queue);

    expect(await scans()).toEqual([]);
    expect((await readSchedule(store.db, 'demo'))?.nextRunAt).toBeNull();
  });
});
