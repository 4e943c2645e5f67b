import type { Access, Role } from '@ippo/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readAuditLog } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { changeAccess, removePerson } from '../store/people-access.ts';
import { callWithKey, makeKey, newKey } from '../testing/api-keys.ts';
import { addSignedIn, addTestPerson, signInAs, tokenIn } from '../testing/people.ts';
import { openTestInstall, password, type TestInstall } from '../testing/test-install.ts';
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
    }, 50_000);
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
