import { problemSchema, type Scan } from '@ippo/contracts';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { readAuditLog } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { openPostgresStore } from '../store/postgres-store.ts';
import { openCutLine, type CutLine } from '../testing/cut-line.ts';
import { cookieOf } from '../testing/people.ts';
import { scanned } from '../testing/scanned.ts';
import {
  openTestInstall,
  password,
  worldTarget,
  type TestInstall,
} from '../testing/test-install.ts';
import { makeTestDatabase, postgresUrl, type TestDatabase } from '../testing/test-store.ts';
import { buildHealthApp } from './health.ts';
import { openMetrics } from './metrics.ts';

let database: TestDatabase;
let line: CutLine;
let store: Store;
let install: TestInstall;
let owner: string;

const signIn = { email: 'owner@example.com', password };
const everyKind: [method: 'get' | 'post', address: string, body?: object][] = [
  ['get', '/api/session'],
  ['get', '/api/overview'],
  ['get', '/api/findings'],
  ['get', '/api/events'],
  ['get', '/api/exports/findings?format=csv&lang=en'],
  ['get', '/api/auth/get-session'],
  ['post', '/api/auth/sign-in/email', signIn],
  ['post', '/api/auth/two-factor/verify-totp', { code: '123456' }],
  ['post', '/api/scans', { target: 'demo' }],
  ['post', '/api/reports/files', { format: 'json', language: 'en' }],
];

/** Waits until no connection is left that was cut and does not know it yet. */
async function mended(): Promise<void> {
  await line.mend();
  await vi.waitFor(() => store.db.execute('select 1'), 10_000);
}

function ask(method: 'get' | 'post', address: string, body?: object) {
  const asked = install.send(method, address, owner);
  return body === undefined ? asked : asked.send(body);
}

// `pnpm test:postgres` runs these; without a server they are skipped, and say so.
describe.skipIf(postgresUrl === null)('while the database is away', () => {
  beforeAll(async () => {
    database = await makeTestDatabase(postgresUrl ?? '');
    line = await openCutLine(database.url);
    store = await openPostgresStore(line.url);
    // As outside of tests: there, express tells of errors that nobody answered on standard error.
    vi.stubEnv('NODE_ENV', 'production');
    install = await openTestInstall({ store, openTarget: worldTarget('acme-demo') });
    owner = await install.signIn('owner');
  });
  afterEach(async () => {
    line.cutAt(null);
    await mended();
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await install.close();
    await store.close();
    await line.close();
    await database.drop();
  });

  test.each(everyKind)(
    '%s %s says so, and works again afterwards',
    async (method, address, body) => {
      await line.cut();

      const away = await ask(method, address, body);

      expect(problemSchema.parse(away.body)).toMatchObject({ status: 503, code: 'database-away' });
      expect(away.status).toBe(503);
      await mended();
      expect((await install.send('get', '/api/session', owner)).status).toBe(200);
    },
  );

  test('the figures of a process that only works say so, and nothing of themselves', async () => {
    const metrics = openMetrics({ db: store.db, version: '0.0.0-test' });
    const config = { metricsToken: 'token' };
    const { log } = install.services;
    const app = buildHealthApp({ db: store.db, metrics, config, log, closing: () => false });
    await line.cut();

    const figures = await request(app).get('/metrics').set('authorization', 'Bearer token');
    const ready = await request(app).get('/readyz');

    expect(problemSchema.parse(figures.body)).toMatchObject({ status: 503, code: 'database-away' });
    expect([figures.status, ready.status]).toEqual([503, 503]);
  });

  test('a password is not called wrong, nor is it told to the audit log', async () => {
    const before = (await readAuditLog(store.db)).length;

    // Only the sign-in library asks for these; what is asked before and after finds its way.
    line.cutAt('from "sign_in_methods"');
    const away = await ask('post', '/api/auth/sign-in/email', signIn);
    line.cutAt(null);
    await mended();
    const again = await ask('post', '/api/auth/sign-in/email', signIn);

    expect([away.status, away.body.code]).toEqual([503, 'database-away']);
    expect([again.status, cookieOf(again)]).toEqual([200, expect.stringContaining('ippo.')]);
    const since = (await readAuditLog(store.db)).slice(before);
    expect(since.map(({ action }) => action)).toEqual(['session.started']);
  });

  test('a scan whose evidence could not be stored is interrupted and restarted', async () => {
    const before = line.cuts();
    line.cutAt('insert into "evidence"');
    await install.send('post', '/api/scans', owner).send({ target: 'demo' });
    await vi.waitUntil(() => line.cuts() > before, 60_000);
    line.cutAt(null);

    const statuses = await vi.waitUntil(async () => {
      const { body } = await install.send('get', '/api/scans', owner);
      const { scans = [] } = body as { scans?: Scan[] };
      return scans[0]?.status === 'complete' && scans.map(({ status }) => status);
    }, 60_000);

    expect(statuses).toEqual(['complete', 'interrupted']);
  });

  test('a table that breaks off half-way is not told to standard error', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    await scanned(install, owner);
    line.cutAt('("finding_spans"."severity", "finding_spans"."id") >');

    const half = ask('get', '/api/exports/findings?format=csv&lang=en').then(
      () => 'whole',
      (error: { code?: string }) => error.code,
    );

    expect(await half).toBe('ECONNRESET');
    // What is told is told before another request is answered.
    line.cutAt(null);
    await mended();
    expect((await install.send('get', '/api/session', owner)).status).toBe(200);
    expect(told).not.toHaveBeenCalled();
    told.mockRestore();
  });

  test('transactions that could not begin keep no connection', async () => {
    line.cutAt('begin');
    for (let times = 0; times < 12; times += 1)
      await expect(store.db.transaction(async () => null)).rejects.toThrow();
    line.cutAt(null);
    await mended();

    const answer = await install.send('get', '/api/session', owner);

    expect(answer.status).toBe(200);
  });
});
