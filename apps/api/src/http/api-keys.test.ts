import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readAuditLog } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { callWithKey, makeKey, newKey } from '../testing/api-keys.ts';
import { everyRoute, addressOf } from '../testing/contract-routes.ts';
import { addSignedIn } from '../testing/people.ts';
import { openTestInstall, type TestInstall } from '../testing/test-install.ts';
import { openTestStore } from '../testing/test-store.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

let store: Store;
let install: TestInstall;
let owner: { id: string; email: string; cookie: string };
let clock = new Date();
let earlier = 0;
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(async () => {
  clock = new Date();
  install = await openTestInstall({
    ...{ store, now: () => clock },
    environment: { IPPO_TRUSTED_PROXIES: 'loopback' },
  });
  owner = await addSignedIn(install, 'owner');
  earlier = (await readAuditLog(install.services.db)).length;
});
afterEach(() => install.close());
afterAll(() => store.close());

type Given = Parameters<typeof makeKey>[2];

function make(cookie: string, given: Given = {}) {
  return makeKey(install, cookie, given);
}

function keyOf(cookie: string, given: Given = {}): Promise<string> {
  return newKey(install, cookie, given);
}

function call(method: string, path: string, key: string, headers: Record<string, string> = {}) {
  return callWithKey(install, { method, path, key }, headers);
}

async function listed(cookie: string) {
  const { body } = await install.send('get', '/api/profile/keys', cookie);
  return body.keys as { id: string; ending: string; lastUsedAt: string | null }[];
}

async function actions(): Promise<string[]> {
  return (await readAuditLog(install.services.db)).slice(earlier).map(({ action }) => action);
}

describe('making a key', () => {
  test('shows it once; its hash, its last four characters and its end are kept', async () => {
    const { status, body } = await make(owner.cookie);

    const [kept] = await listed(owner.cookie);
    expect(status).toBe(200);
    expect(body.key).toMatch(/^ippo_[\w-]{43}$/);
    expect(body.expiresAt).toBe(new Date(clock.getTime() + 30 * day).toISOString());
    expect(kept).toMatchObject({ name: 'Nightly', scope: 'read', ending: body.key.slice(-4) });
    const row = JSON.stringify(await readAuditLog(install.services.db)) + JSON.stringify(kept);
    expect(row).not.toContain(body.key.slice(5, -4));
  });

  test('needs a recent sign-in, a year at most, and no wider scope than one’s own role', async () => {
    const viewer = await addSignedIn(install, 'viewer');

    const wider = await make(viewer.cookie, { scope: 'scan' });
    const long = await make(owner.cookie, { days: 366 });
    const unknown = await make(owner.cookie, { scope: 'team' });
    clock = new Date(clock.getTime() + 11 * minute);
    const late = await make(owner.cookie);

    expect([wider.body.code, long.body.code]).toEqual(['forbidden', 'bad-request']);
    expect([unknown.body.code, late.body.code]).toEqual(['bad-request', 'recent-sign-in-required']);
    expect(await actions()).not.toContain('key.made');
  });

  test('stops at twenty, also for keys made at the same moment', async () => {
    const made = await Promise.all(Array.from({ length: 22 }, () => make(owner.cookie)));

    expect(made.filter(({ status }) => status === 200)).toHaveLength(20);
    expect(made.filter(({ body }) => body.code === 'too-many-keys')).toHaveLength(2);
  });
});

describe('using a key', () => {
  test('reads without cookie and Origin, and scans where its scope says so', async () => {
    const read = await keyOf(owner.cookie);
    const scan = await keyOf(owner.cookie, { scope: 'scan' });

    const session = await call('GET', '/api/session', read);
    const refused = await call('POST', '/api/scans', read);
    const started = await call('POST', '/api/scans', scan);

    expect([session.status, session.text]).toEqual([200, expect.stringContaining(owner.email)]);
    expect(refused.code).toBe('key-not-allowed');
    expect(started.status).toBe(200);
    const entry = (await readAuditLog(install.services.db)).find(
      ({ action }) => action === 'scan.started',
    );
    expect(entry?.actor).toBe(owner.id);
  });

  test('opens no route but those of its scope, on every route of the API', async () => {
    const key = await keyOf(owner.cookie, { scope: 'scan' });
    const guarded = everyRoute.filter(
      ({ permission, kind }) => permission !== 'anyone' && kind !== 'sign-in',
    );

    const wrong: string[] = [];
    for (const route of guarded) {
      const { code } = await call(route.method, addressOf(route), key);
      const open = route.permission === 'read' || route.permission === 'scan';
      if ((code === 'key-not-allowed') === open || code === 'origin-refused')
        wrong.push(`${route.name}: ${code}`);
    }

    expect(guarded.length).toBeGreaterThan(40);
    expect(wrong).toEqual([]);
  });

  test('counts instead of a cookie, which then opens nothing', async () => {
    const viewer = await addSignedIn(install, 'viewer');
    const key = await keyOf(viewer.cookie);

    const both = await call('GET', '/api/session', key, { cookie: owner.cookie });
    const wrong = await call('GET', '/api/session', 'ippo_wrong', { cookie: owner.cookie });
    const team = await call('GET', '/api/team', key, { cookie: owner.cookie });

    expect(both.text).toContain(viewer.email);
    expect([wrong.code, team.code]).toEqual(['key-invalid', 'forbidden']);
  });

  test('does not stand for an Origin at the paths of sign-in', async () => {
    const key = await keyOf(owner.cookie);

    const out = await call('POST', '/api/auth/sign-out', key, { cookie: owner.cookie });

    const still = await install.send('get', '/api/session', owner.cookie);
    expect([out.code, still.status]).toEqual(['origin-refused', 200]);
  });

  test('is noted at most once a minute', async () => {
    const key = await keyOf(owner.cookie);
    const first = clock.toISOString();
    const uses: (string | null | undefined)[] = [];

    for (const later of [0, 59_000, 61_000]) {
      clock = new Date(Date.parse(first) + later);
      await call('GET', '/api/session', key);
      uses.push((await listed(owner.cookie))[0]?.lastUsedAt);
    }

    expect(uses).toEqual([first, first, clock.toISOString()]);
  });

  test('is limited apart from other keys', async () => {
    await install.close();
    install = await openTestInstall({ store, environment: { IPPO_REQUESTS_A_MINUTE: '10' } });
    const person = await addSignedIn(install, 'owner');
    const [one, other] = [await keyOf(person.cookie), 'ippo_other'];

    const answers = [];
    for (let count = 0; count < 11; count += 1)
      answers.push((await call('GET', '/api/session', one)).code ?? 'let in');
    const next = await call('GET', '/api/session', other);

    expect(answers).toEqual([...Array<string>(10).fill('let in'), 'too-many-requests']);
    expect(next.code).toBe('key-invalid');
  });
});

describe('a key that does not work', () => {
  test('is refused with one code, whatever is wrong, and audited ten times a network', async () => {
    const key = await keyOf(owner.cookie);
    const altered = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A');
    const sent = ['', 'ippo_', altered, `${key}A`, 'eyJhbGciOiJub25lIn0', owner.cookie];

    const codes = new Set<string | undefined>();
    for (let round = 0; round < 3; round += 1)
      for (const one of sent) codes.add((await call('GET', '/api/session', one)).code);

    const refused = (await actions()).filter((action) => action === 'key.refused');
    expect([...codes]).toEqual(['key-invalid']);
    expect(refused).toHaveLength(10);
  });

  test('still lets a right one of the same network in', async () => {
    const key = await keyOf(owner.cookie);

    for (let count = 0; count < 12; count += 1) await call('GET', '/api/session', 'ippo_x');

    expect((await call('GET', '/api/session', key)).status).toBe(200);
  });
});

test('the OpenAPI document names keys where one works', async () => {
  const { body } = await install.send('get', '/api/openapi.json');

  expect(body.components.securitySchemes.key).toMatchObject({ type: 'http', scheme: 'bearer' });
  expect(body.paths['/scans'].post.security).toEqual([{ session: [] }, { key: [] }]);
  expect(body.paths['/team'].get.security).toEqual([{ session: [] }]);
  expect(body.paths['/status'].get.security).toEqual([]);
});
