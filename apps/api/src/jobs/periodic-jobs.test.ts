import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../config.ts';
import type { Store } from '../store/database.ts';
import { addPerson } from '../store/people.ts';
import { sessions } from '../store/schema/people.ts';
import {
  addPeriodicJob,
  listPeriodicJobs,
  renewPeriodicJob,
  takePeriodicJob,
} from '../store/periodic-jobs.ts';
import { emptyStore, openTestStore } from '../testing/test-store.ts';
import type { Job } from './define-job.ts';
import { dropEndedSessions } from './drop-ended-sessions.ts';
import { jobs } from './jobs.ts';
import { doIfDue, openPeriodicJobs, type JobWork } from './periodic-jobs.ts';

const goesOn = new AbortController().signal;
let store: Store;
let clock: Date;
let work: JobWork;
let runs: number;
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(async () => {
  await emptyStore(store);
  clock = new Date('2026-11-21T12:00:00Z');
  runs = 0;
  const log = pino({ level: 'silent' });
  work = { db: store.db, config: readConfig({}), log, worker: 'one', now: () => clock };
});
afterAll(() => store.close());

/** A job of every hour that is due at 13:00. */
async function hourly(run: Job['run'] = async () => void (runs += 1)): Promise<Job> {
  await addPeriodicJob(store.db, 'test', new Date('2026-11-21T13:00:00Z'));
  return { name: 'test', when: { kind: 'cron', cron: '0 * * * *', zone: 'UTC' }, run };
}

async function known() {
  return (await listPeriodicJobs(store.db)).find(({ name }) => name === 'test');
}

describe('a periodic job', () => {
  test('runs at its time, once after a downtime, and then waits for the next', async () => {
    const job = await hourly();
    const early = await doIfDue(job, work, goesOn);
    clock = new Date('2026-11-21T20:20:00Z');

    const due = await doIfDue(job, work, goesOn);
    const again = await doIfDue(job, work, goesOn);

    expect([early, due, again, runs]).toEqual([false, true, false, 1]);
    expect(await known()).toMatchObject({
      ...{ lastStartedAt: clock, lastEndedAt: clock, lastProblem: null, leaseUntil: null },
      nextRunAt: new Date('2026-11-21T21:00:00Z'),
    });
  });

  test('is done by one process where several look at the same moment', async () => {
    const job = await hourly(async () => {
      runs += 1;
      await pause(100);
    });
    clock = new Date('2026-11-21T13:00:00Z');

    await Promise.all(
      ['one', 'two', 'three'].map((worker) => doIfDue(job, { ...work, worker }, goesOn)),
    );

    expect(runs).toBe(1);
  });

  test('that fails keeps why and is tried at its next time', async () => {
    const job = await hourly(() => Promise.reject(new Error('the disk is full')));
    clock = new Date('2026-11-21T13:00:00Z');

    await doIfDue(job, work, goesOn);

    expect(await known()).toMatchObject({
      ...{ lastProblem: 'the disk is full', leaseUntil: null },
      nextRunAt: new Date('2026-11-21T14:00:00Z'),
    });
  });

  test('of a process that was killed is done by another one', async () => {
    const job = await hourly();
    clock = new Date('2026-11-21T13:00:00Z');
    await takePeriodicJob(store.db, 'test', 'killed', clock);

    const tooEarly = await doIfDue(job, work, goesOn);
    await vi.waitFor(async () => expect(await doIfDue(job, work, goesOn)).toBe(true), {
      ...{ timeout: 50_000, interval: 500 },
    });

    expect([tooEarly, runs]).toEqual([false, 1]);
    expect(await renewPeriodicJob(store.db, 'test', 'killed')).toBe(false);
  });

  test('that the end of its process cuts off is still due', async () => {
    const stop = new AbortController();
    const began = Promise.withResolvers<void>();
    const job = await hourly(async ({ signal }) => {
      began.resolve();
      await pause(600_000, undefined, { signal });
    });
    clock = new Date('2026-11-21T13:00:00Z');

    const doing = doIfDue(job, work, stop.signal);
    await began.promise;
    stop.abort();
    await doing;

    expect(await known()).toMatchObject({ leaseUntil: null, lastEndedAt: null });
    expect(await takePeriodicJob(store.db, 'test', 'two', clock)).toBe(true);
  });
});

describe('the jobs of this install', () => {
  test('have names of their own and a time, and one process takes them up', async () => {
    const open = await openPeriodicJobs(jobs, work, { alone: true });
    await open.close();

    const stored = await listPeriodicJobs(store.db);

    expect(stored.map(({ name }) => name)).toEqual(jobs.map(({ name }) => name).toSorted());
    for (const { nextRunAt } of stored) expect(nextRunAt > clock).toBe(true);
  });

  test('remove sessions that have ended, and no other', async () => {
    const { db } = store;
    const person = { name: 'Aiko', email: 'aiko@example.com', passwordHash: '-' };
    const userId = await addPerson(db, { ...person, role: 'viewer' }, clock);
    const ends = { ended: '2026-11-21T11:59:59Z', live: '2026-11-21T12:00:01Z' };
    for (const [id, end] of Object.entries(ends))
      await db.insert(sessions).values({ id, userId, token: id, expiresAt: new Date(end) });

    await dropEndedSessions.run({ ...work, signal: goesOn });

    expect((await db.select().from(sessions)).map(({ id }) => id)).toEqual(['live']);
  });
});
