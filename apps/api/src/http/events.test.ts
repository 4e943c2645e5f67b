import type { Role, Scan } from '@ippo/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Store } from '../store/database.ts';
import { changeAccess, removePerson } from '../store/people-access.ts';
import { readPersonByEmail } from '../store/people.ts';
import { everyAccount } from '../store/reader-scope.ts';
import { addScan, beginScan, endScan, noteScannedAccount } from '../store/scans.ts';
import { readEvents, type EventStream } from '../testing/event-stream.ts';
import {
  openTestInstall,
  password,
  worldTarget,
  type TestInstall,
} from '../testing/test-install.ts';
import { openTestStore } from '../testing/test-store.ts';

let store: Store;
let install: TestInstall;
let owner: string;
const open = new Set<EventStream>();
beforeAll(async () => {
  store = await openTestStore();
});
afterEach(async () => {
  for (const stream of open) stream.close();
  open.clear();
  await install.close();
});
afterAll(() => store.close());

async function start(options: Parameters<typeof openTestInstall>[0] = {}): Promise<void> {
  install = await openTestInstall({ store, ...options });
  owner = await install.signIn('owner');
}

function listen(cookie: string, headers: Record<string, string> = {}, query = ''): EventStream {
  const stream = readEvents(`${install.origin}/api/events${query}`, cookie, headers);
  open.add(stream);
  return stream;
}

async function ready(stream: EventStream): Promise<EventStream> {
  await vi.waitFor(
    () => expect(stream.events.some(({ name }) => name === 'ready')).toBe(true),
    50_000,
  );
  return stream;
}

async function scan(target = 'demo'): Promise<Scan> {
  return (await install.send('post', '/api/scans', owner).send({ target })).body;
}

async function seen(stream: EventStream, id: string, status: string): Promise<void> {
  await vi.waitFor(
    () => expect(stream.scans().some((one) => one.id === id && one.status === status)).toBe(true),
    50_000,
  );
}

/** A scan as another process would run it: nothing here is told but by the database. */
async function scanElsewhere(id: string, account: string): Promise<void> {
  const { db } = install.services;
  const at = new Date();
  const rest = { target: `of-${account}`, startedBy: 'Aiko', createdAt: at, restartOf: null };
  await addScan(db, { id, ...rest });
  await beginScan(db, id, at, 'another process');
  await noteScannedAccount(db, id, { source: { kind: 'simulated', world: 'spotless' }, account });
}

async function idOf(role: Role): Promise<string> {
  const person = await readPersonByEmail(install.services.db, `${role}@example.com`);
  return person?.id ?? '';
}

async function signInAsAuditorOf(account: string): Promise<string> {
  const email = 'auditor@example.com';
  await install.signIn('auditor');
  const { db, now } = install.services;
  const on = { actor: await idOf('owner'), id: await idOf('auditor'), at: now() };
  const until = new Date(now().getTime() + 60 * 60 * 1_000).toISOString();
  await changeAccess(db, on, { role: 'auditor', accounts: [account], until });
  const answer = await install.send('post', '/api/auth/sign-in/email').send({ email, password });
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

describe('the stream of events', () => {
  test('shows every scan from its start to its end, numbered upwards', async () => {
    await start({ openTarget: worldTarget('spotless', { latencyMs: 100 }) });
    const stream = await ready(listen(owner));

    const one = await scan('demo');
    const other = await scan('aws');
    await seen(stream, one.id, 'complete');
    await seen(stream, other.id, 'complete');

    const { headers } = await stream.answer;
    const ids = stream.events.map(({ id }) => id);
    expect(headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(headers.get('x-accel-buffering')).toBe('no');
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    for (const { id } of [one, other]) {
      const told = stream.scans().filter((scanned) => scanned.id === id);
      expect(told.some(({ status, progress }) => status === 'running' && progress)).toBe(true);
      expect(told.filter(({ status }) => status === 'complete')).toHaveLength(1);
    }
  });

  test('tells a browser that comes back what it missed, and a new one only what goes on', async () => {
    await start();
    const first = await ready(listen(owner));
    const last = String(first.events.at(-1)?.id);
    first.close();
    const { id } = await scan();
    await vi.waitFor(async () => {
      const { finishedAt } = await install.services.scans.read(id, everyAccount);
      expect(finishedAt).not.toBeNull();
    }, 50_000);

    const again = await ready(listen(owner, { 'last-event-id': last }));
    const byAddress = await ready(listen(owner, {}, `?after=${last}`));
    const wrong = await install.send('get', '/api/events?after=x', owner);

    for (const stream of [again, byAddress]) {
      expect(stream.scans().map((one) => [one.id, one.status])).toEqual([[id, 'complete']]);
      expect(stream.events.at(-1)?.id).toBeGreaterThan(Number(last));
    }
    expect([wrong.status, wrong.body.code]).toEqual([400, 'bad-request']);
  });

  test('shows what another process does, and only to those who may see it', async () => {
    await start({ idle: true });
    const auditor = await signInAsAuditorOf('111111111111');
    const all = await ready(listen(owner));
    const some = await ready(listen(auditor));
    const [mine, others] = [crypto.randomUUID(), crypto.randomUUID()];

    await scanElsewhere(mine, '111111111111');
    await scanElsewhere(others, '222222222222');
    await seen(all, others, 'running');
    await install.services.db.transaction((tx) =>
      endScan(tx, mine, { status: 'interrupted', at: new Date() }),
    );
    await seen(some, mine, 'interrupted');

    expect(new Set(some.scans().map(({ id }) => id))).toEqual(new Set([mine]));
  });

  test('is one of twenty that a person may have: one more ends the oldest, and nobody else’s', async () => {
    await start();
    const others = await ready(listen(await install.signIn('viewer')));
    const oldest = await ready(listen(owner));
    const rest = await Promise.all(Array.from({ length: 19 }, () => ready(listen(owner))));

    const newest = await ready(listen(owner));
    await oldest.ended;

    const ended = [...rest, newest, others].map(({ ended: one }) =>
      Promise.race([one.then(() => true), Promise.resolve(false)]),
    );
    expect(await Promise.all(ended)).not.toContain(true);
  });

  test('holds on to nothing for a browser that left before it was known who asks', async () => {
    await start();
    const { feed } = install.services;
    const listenTo = feed.listen.bind(feed);
    const heard = { begun: 0, ended: 0 };
    vi.spyOn(feed, 'listen').mockImplementation((listener) => {
      const stop = listenTo(listener);
      heard.begun += 1;
      return () => {
        heard.ended += 1;
        stop();
      };
    });
    let leave = () => {};
    install.server.once('request', (_request, response) => {
      leave = () => response.destroy();
    });
    const { auth } = install.services;
    const readSession = auth.api.getSession.bind(auth.api);
    vi.spyOn(auth.api, 'getSession').mockImplementationOnce((asked) => {
      leave();
      return readSession(asked);
    });

    const left = fetch(`${install.origin}/api/events`, { headers: { cookie: owner } });

    await expect(left).rejects.toThrow();
    await vi.waitFor(() => expect(heard).toEqual({ begun: 1, ended: 1 }), 30_000);
  });

  test('ends with the session, with the right to read, and with the process', async () => {
    await start();
    const signedOut = await install.signIn('viewer');
    const removed = await install.signIn('operator');
    const streams = await Promise.all([signedOut, removed, owner].map((one) => ready(listen(one))));

    await install.send('post', '/api/auth/sign-out', signedOut).send({});
    await streams[0]?.ended;
    // By another process: this one learns of it when it asks.
    const { db, now } = install.services;
    const on = { actor: await idOf('owner'), id: await idOf('operator'), at: now() };
    await removePerson(db, on);
    await streams[1]?.ended;
    install.services.feed.close();
    await streams[2]?.ended;
    const after = await install.send('get', '/api/events', signedOut);

    expect([after.status, after.body.code]).toEqual([401, 'sign-in-required']);
  });
});
