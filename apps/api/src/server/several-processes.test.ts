import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Scan } from '@ippo/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Store } from '../store/database.ts';
import { openPostgresStore } from '../store/postgres-store.ts';
import { listJudgements } from '../store/reports.ts';
import { readStoredScan, type StoredScan } from '../store/scans.ts';
import { readEvents } from '../testing/event-stream.ts';
import {
  becomeOwner,
  call,
  killLaunched,
  launch,
  says,
  type Launched,
} from '../testing/launched-program.ts';
import { makeTestDatabase, postgresUrl, type TestDatabase } from '../testing/test-store.ts';

let folder: string;
let secrets: string;
let database: TestDatabase;
let store: Store;
let settings: Record<string, string>;
let api: Launched;
let workers: Launched[];
let origin: string;
let cookie: string;

async function scanned(id: string, is: (scan: StoredScan) => boolean): Promise<StoredScan> {
  for (;;) {
    const scan = await readStoredScan(store.db, id);
    if (scan && is(scan)) return scan;
    await pause(50);
  }
}

async function start(target = 'demo') {
  return call<Scan>(origin, '/api/scans', { body: { target }, cookie });
}

/** The worker that runs a scan: its process id is in the name that it signs with. */
async function workerOf({ worker }: StoredScan): Promise<Launched> {
  const found = workers.find(({ child }) => worker?.split(' ')[1] === String(child.pid));
  if (!found) throw new Error(`nobody here is ${worker}`);
  return found;
}

// `pnpm test:postgres` runs these; without a server they are skipped, and say so.
describe.skipIf(postgresUrl === null)('an API and two workers on PostgreSQL', () => {
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'ippo-several-'));
    secrets = path.join(folder, 'secrets');
    database = await makeTestDatabase(postgresUrl ?? '');
    store = await openPostgresStore(database.url);
    mkdirSync(secrets);
    writeFileSync(path.join(secrets, 'database-url'), database.url);
    writeFileSync(path.join(secrets, 'session-secret'), 'x'.repeat(43));
    settings = { IPPO_SECRETS_DIR: secrets, IPPO_DATA_DIR: path.join(folder, 'unused') };
    api = launch({ ...settings, IPPO_ROLE: 'api' });
    origin = (await says(api, /Ippo runs at (\S+)/))[1] ?? '';
    cookie = await becomeOwner(api, origin);
    workers = [0, 1].map(() => launch({ ...settings, IPPO_ROLE: 'worker' }));
    for (const worker of workers) await says(worker, /An Ippo worker runs/);
  });
  afterEach(({ task }) => {
    // What the programs said is the first thing to read when a test of theirs failed.
    if (task.result?.state === 'fail')
      process.stderr.write([api, ...workers].map(({ said }) => said.err).join('\n'));
  });
  afterAll(async () => {
    killLaunched();
    await store.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a worker serves its health and nothing else', async () => {
    const [, address = ''] = await says(workers[0] as Launched, /its health: (\S+)\/healthz/);

    const health = await fetch(`${address}/healthz`);
    const ready = await fetch(`${address}/readyz`);
    const page = await fetch(`${address}/api/status`);

    expect([health.status, ready.status, page.status]).toEqual([200, 200, 404]);
  });

  test('kill -9 of the one that scans: the other notices, restarts it once and ends it', async () => {
    const stream = readEvents(`${origin}/api/events`, cookie);
    const { data: first } = await start();
    const refused = await start();
    const running = await scanned(first.id, ({ progress }) => progress !== null);
    const killedAt = performance.now();
    const killed = await workerOf(running);

    killed.child.kill('SIGKILL');
    await scanned(first.id, ({ status }) => status === 'interrupted');
    const noticedMs = performance.now() - killedAt;
    await vi.waitFor(() => expect(stream.scans().some(restarted)).toBe(true), 60_000);
    const restart = stream.scans().find(restarted);
    const ended = await scanned(restart?.id ?? '', ({ finishedAt }) => finishedAt !== null);
    await vi.waitFor(() => expect(stream.scans().at(-1)?.status).toBe('complete'), 30_000);
    stream.close();

    function restarted({ id }: Scan): boolean {
      return id !== first.id;
    }
    expect(refused.status).toBe(409);
    // Eight by the lease and the look of the other; the rest is a busy machine's.
    expect(noticedMs).toBeLessThan(30_000);
    expect(ended).toMatchObject({ status: 'complete', restartOf: first.id, trigger: 'restart' });
    expect(await listJudgements(store.db, first.id)).toEqual([]);
    expect(await listJudgements(store.db, ended.id)).toHaveLength(1);
    const seen = stream.scans().filter(({ id }) => id === ended.id);
    expect(seen.some(({ status, progress }) => status === 'running' && progress)).toBe(true);
    workers.splice(workers.indexOf(killed), 1);
  });

  test('a cancel asked of the API stops the worker', async () => {
    const { data: scan } = await start();
    await scanned(scan.id, ({ progress }) => progress !== null);

    await call<Scan>(origin, `/api/scans/${scan.id}/cancel`, { body: {}, cookie });
    const { status } = await scanned(scan.id, ({ finishedAt }) => finishedAt !== null);

    expect(status).toBe('cancelled');
  });

  test('a server that ends every connection amid a scan ends no process and loses no scan', async () => {
    const { data: scan } = await start();
    await scanned(scan.id, ({ progress }) => progress !== null);

    await database.endConnections();
    await scanned(scan.id, ({ finishedAt }) => finishedAt !== null);

    // Complete, or interrupted and complete the second time: which of the two depends on the moment.
    await vi.waitFor(async () => {
      const { status, data } = await call<{ scans: Scan[] }>(origin, '/api/scans', { cookie });
      expect([status, data.scans[0]?.status]).toEqual([200, 'complete']);
    }, 60_000);
    const ended = [api, ...workers].filter(({ child }) => child.exitCode !== null);
    expect(ended.map(({ said }) => said.err)).toEqual([]);
  });

  test('a worker that is told to stop hands its scan over at once', async () => {
    const another = launch({ ...settings, IPPO_ROLE: 'worker' });
    await says(another, /An Ippo worker runs/);
    workers.push(another);
    const { data: scan } = await start();
    const running = await scanned(scan.id, ({ progress }) => progress !== null);
    const stopped = await workerOf(running);

    const before = performance.now();
    stopped.child.kill('SIGTERM');
    const code = await stopped.code;
    const stoppedMs = performance.now() - before;
    await scanned(scan.id, ({ status }) => status === 'interrupted');

    expect(code).toBe(0);
    expect(stoppedMs).toBeLessThan(10_000);
    expect(stopped.said.err).toBe('');
  });
});
