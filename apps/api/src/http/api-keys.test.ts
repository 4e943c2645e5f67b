import type { Access, Role } from '@ippo/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readAuditLog } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { changeAccess, removePerson } from '../store/people-access.ts';
import { everyRoute, addressOf } from '../testing/contract-routes.ts';
import { addSignedIn, addTestPerson, signInAs, tokenIn } from '../testing/people.ts';
import { sendRaw } from '../testing/raw-request.ts';
import { openTestInstall, password, type TestInstall } from '../testing/test-install.ts';
import { openTestStore } from '../testing/test-store.ts';

vi.setConfig({ testTimeout: 60_000 });

const minute = 60_000;
const day = 24 * 60 * minute;

let store: Store;
let install: TestInstall;
let owner: { id: string; email: string; cookie: string };
let clock = new Date();
let earlier = 0;
beforeAll(async () => {
  store = await openTestStore();
}, 60_000);
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

type Given = { name?: string; scope?: string; days?: number };

function make(cookie: string, { name = 'Nightly', scope = 'read', days = 30 }: Given = {}) {
  return install.send('post', '/api/profile/keys', cookie).send({ name, scope, days });
}

async function keyOf(cookie: string, given: Given = {}): Promise<string> {
  const { body } = await make(cookie, given);
  return String(body.key);
}

/** A request as a program would send it: no cookie and no Origin. */
function call(method: string, path: string, key: string, headers: Record<string, string> = {}) {
  return sendRaw(install.origin, {
    ...{ method, path },
    headers: { host: new URL(install.origin).host, authorization: `Bearer ${key}`, ...headers },
    ...(method !== 'GET' && { body: { target: 'demo' } }),
  });
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

describe('the end of a key', () => {
  test('is its date', async () => {
    const key = await keyOf(owner.cookie, { days: 1 });

    clock = new Date(clock.getTime() + day - 1);
    const before = await call('GET', '/api/session', key);
    clock = new Date(clock.getTime() + 1);
    const after = await call('GET', '/api/session', key);

    expect([before.status, after.code]).toEqual([200, 'key-invalid']);
  });

  test('is being revoked, by its own person only', async () => {
    const viewer = await addSignedIn(install, 'viewer');
    const key = await keyOf(viewer.cookie);
    const id = (await listed(viewer.cookie))[0]?.id ?? '';
    const revoke = (cookie: string) =>
      install.send('post', `/api/profile/keys/${id}/revoke`, cookie).send({});

    const byOther = await revoke(owner.cookie);
    const own = await revoke(viewer.cookie);
    const again = await revoke(viewer.cookie);

    expect([byOther.body.code, own.status, again.body.code]).toEqual([
      'not-found',
      200,
      'not-found',
    ]);
    expect((await call('GET', '/api/session', key)).code).toBe('key-invalid');
    expect(await actions()).toContain('key.revoked');
  });

  test('comes with its person’s: removed, over, or with a new password by link', async () => {
    const { db } = install.services;
    const at = clock;
    const actor = owner.id;
    const people = { removed: '', over: '', reset: '' };
    const keys: Record<string, string> = {};
    for (const name of Object.keys(people) as (keyof typeof people)[]) {
      const person = await addSignedIn(install, 'viewer', name);
      people[name] = person.id;
      keys[name] = await keyOf(person.cookie);
    }

    await removePerson(db, { actor, id: people.removed, at });
    const until = new Date(at.getTime() + minute).toISOString();
    await changeAccess(db, { actor, id: people.over, at }, { role: 'viewer', until });
    const link = await install
      .send('post', `/api/team/${people.reset}/reset`, owner.cookie)
      .send({});
    await install.send('post', '/api/resets/use').send({ token: tokenIn(link), password });
    const alive = await call('GET', '/api/session', keys['over'] ?? '');
    clock = new Date(at.getTime() + minute);

    expect(alive.status).toBe(200);
    for (const key of Object.values(keys))
      expect((await call('GET', '/api/session', key)).code).toBe('key-invalid');
  });
});

describe('a key and its person’s role', () => {
  async function withRole(id: string, role: Exclude<Role, 'auditor'>): Promise<void> {
    const access: Access = { role, until: null };
    await changeAccess(install.services.db, { actor: owner.id, id, at: clock }, access);
  }

  test('follows a role that becomes less, and one that is there again', async () => {
    const operator = await addSignedIn(install, 'operator');
    const key = await keyOf(operator.cookie, { scope: 'scan' });

    await withRole(operator.id, 'viewer');
    const less = await call('POST', '/api/scans', key);
    await withRole(operator.id, 'operator');
    const again = await call('POST', '/api/scans', key);

    expect([less.code, again.status]).toEqual(['forbidden', 200]);
  });

  test('sees no account that its person may not see', async () => {
    await install.send('post', '/api/scans', owner.cookie).send({ target: 'demo' });
    await vi.waitFor(async () => {
      const { body } = await install.send('get', '/api/accounts', owner.cookie);
      expect(body.accounts).toHaveLength(1);
    }, 30_000);
    const until = new Date(clock.getTime() + day).toISOString();
    const email = 'auditor@example.com';
    await addTestPerson(install, email, { role: 'auditor', accounts: ['999999999999'], until });
    const key = await keyOf(await signInAs(install, email));

    const { text } = await call('GET', '/api/accounts', key);

    expect(JSON.parse(text)).toEqual({ accounts: [] });
  });

  test('shows owners how many keys somebody has, without expired ones', async () => {
    const viewer = await addSignedIn(install, 'viewer');
    for (const days of [1, 9]) await make(viewer.cookie, { days });
    const count = async () => {
      const { body } = await install.send('get', '/api/team', owner.cookie);
      const people = body.people as { id: string; keys: number }[];
      return people.find(({ id }) => id === viewer.id)?.keys;
    };

    const before = await count();
    clock = new Date(clock.getTime() + 2 * day);

    expect([before, await count()]).toEqual([2, 1]);
  });
});

test('the OpenAPI document names keys where one works', async () => {
  const { body } = await install.send('get', '/api/openapi.json');

  expect(body.components.securitySchemes.key).toMatchObject({ type: 'http', scheme: 'bearer' });
  expect(body.paths['/scans'].post.security).toEqual([{ session: [] }, { key: [] }]);
  expect(body.paths['/team'].get.security).toEqual([{ session: [] }]);
  expect(body.paths['/status'].get.security).toEqual([]);
});
