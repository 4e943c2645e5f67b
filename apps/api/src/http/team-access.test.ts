import type { Access } from '@ippo/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readAuditLog } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { listPeople } from '../store/people-list.ts';
import {
  addSignedIn,
  addTestPerson,
  after,
  signInAs,
  tryToSignIn,
  type TestPerson,
} from '../testing/people.ts';
import { readEvents, type EventStream } from '../testing/event-stream.ts';
import { openTestInstall, type TestInstall } from '../testing/test-install.ts';
import { openTestStore } from '../testing/test-store.ts';

const hour = 60 * 60 * 1_000;

let store: Store;
let install: TestInstall;
let owner: TestPerson;
let clock = new Date();
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(async () => {
  clock = new Date();
  install = await openTestInstall({ store, now: () => clock });
  owner = await addSignedIn(install, 'owner');
});
afterEach(() => install.close());
afterAll(() => store.close());

function post(path: string, body: object = {}, cookie = owner.cookie) {
  return install.send('post', `/api${path}`, cookie).send(body);
}

function changeAccess(id: string, access: object, cookie = owner.cookie) {
  return post(`/team/${id}/access`, { access }, cookie);
}

/** A stream that is open, and that no heartbeat will end. */
async function openStream(cookie: string): Promise<EventStream> {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const stream = readEvents(`${install.origin}/api/events`, cookie);
  await vi.waitFor(() => expect(stream.events.at(-1)?.name).toBe('ready'), 30_000);
  vi.useRealTimers();
  return stream;
}

describe('the team', () => {
  test('is listed with role, scope, end, last sign-in, factors and sessions', async () => {
    const until = after(clock, hour);
    const access: Access = { role: 'auditor', accounts: ['111111111111'], until };
    const auditor = await addTestPerson(install, 'auditor@example.com', access);
    await signInAs(install, 'auditor@example.com');
    await signInAs(install, 'auditor@example.com');

    const { body } = await install.send('get', '/api/team', owner.cookie);

    expect(body.people).toEqual([
      {
        ...{ id: auditor, name: 'auditor', email: 'auditor@example.com', ...access },
        ...{ lastSignInAt: clock.toISOString(), sessions: 2 },
        ...{ secondFactor: false, passkeys: 0, keys: 0, you: false },
        signsInBy: ['password'],
      },
      {
        ...{ id: owner.id, name: 'owner', email: 'owner@example.com', role: 'owner' },
        ...{ accounts: null, until: null, lastSignInAt: clock.toISOString(), sessions: 1 },
        ...{ secondFactor: false, passkeys: 0, keys: 0, you: true },
        signsInBy: ['password'],
      },
    ]);
  });
});

describe('the last owner', () => {
  test.each([
    ['demoted', 'access', { access: { role: 'viewer', until: null } }],
    ['given an end', 'access', { access: { role: 'owner', until: '2999-01-01T00:00:00Z' } }],
    ['removed', 'remove', {}],
  ])('cannot be %s', async (_name, verb, body) => {
    const refused = await post(`/team/${owner.id}/${verb}`, body);
    const still = await install.send('get', '/api/session', owner.cookie);

    expect([refused.status, refused.body.code]).toEqual([409, 'last-owner']);
    expect(still.body.role).toBe('owner');
  });

  test('is the last also where another owner has an end', async () => {
    await addTestPerson(install, 'other@example.com', { role: 'owner', until: after(clock, hour) });

    const refused = await changeAccess(owner.id, { role: 'viewer', until: null });

    expect(refused.body.code).toBe('last-owner');
  });

  test('can go once somebody else is an owner for good', async () => {
    await addTestPerson(install, 'other@example.com');

    const removed = await post(`/team/${owner.id}/remove`);
    const session = await install.send('get', '/api/session', owner.cookie);

    expect([removed.status, session.status]).toEqual([200, 401]);
  });

  test('stays where two owners demote or remove each other at the same moment', async () => {
    const other = await addSignedIn(install, 'owner', 'other');

    const both = await Promise.all([
      changeAccess(other.id, { role: 'viewer', until: null }),
      post(`/team/${owner.id}/remove`, {}, other.cookie),
    ]);
    const left = await listPeople(install.services.db, clock);

    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(left.filter(({ role }) => role === 'owner')).toHaveLength(1);
  });
});

describe('a change of access', () => {
  test('to another role signs out, and the next sign-in has it', async () => {
    const other = await addSignedIn(install, 'operator');

    const changed = await changeAccess(other.id, { role: 'viewer', until: null });
    const old = await install.send('get', '/api/session', other.cookie);
    const anew = await install.send('get', '/api/session', await signInAs(install, other.email));

    expect([changed.status, old.status, anew.body.role]).toEqual([200, 401, 'viewer']);
  });

  test('to an end leaves the sessions until then, and not a millisecond longer', async () => {
    const other = await addSignedIn(install, 'viewer');
    const end = new Date(clock.getTime() + hour);
    await changeAccess(other.id, { role: 'viewer', until: end.toISOString() });
    const read = () => install.send('get', '/api/session', other.cookie);

    clock = new Date(end.getTime() - 1);
    const before = await read();
    const signInBefore = await tryToSignIn(install, other.email);
    clock = end;
    const at = await read();
    const signInAt = await tryToSignIn(install, other.email);

    expect([before.status, signInBefore.status]).toEqual([200, 200]);
    expect([at.status, signInAt.status, signInAt.body.code]).toEqual([401, 401, 'sign-in-failed']);
  });

  test.each([
    ['an end that is over', { role: 'viewer', until: '2020-01-01T00:00:00Z' }, 'end-date-passed'],
    ['an auditor without an end', { role: 'auditor', accounts: ['111111111111'] }, 'bad-request'],
    [
      'an auditor without accounts',
      { role: 'auditor', until: '2999-01-01T00:00:00Z' },
      'bad-request',
    ],
  ])('to %s is refused', async (_name, access, code) => {
    const other = await addSignedIn(install, 'viewer');

    const refused = await changeAccess(other.id, access);

    expect([refused.status, refused.body.code]).toEqual([400, code]);
  });

  test('of nobody is not found', async () => {
    const refused = await changeAccess('nobody', { role: 'viewer', until: null });

    expect([refused.status, refused.body.code]).toEqual([404, 'not-found']);
  });
});

describe('signing somebody out everywhere', () => {
  test('ends every session and closes open streams at once', async () => {
    const other = await addSignedIn(install, 'viewer');
    await signInAs(install, other.email);
    const stream = await openStream(other.cookie);

    const out = await post(`/team/${other.id}/sign-out`);
    await stream.ended;
    const session = await install.send('get', '/api/session', other.cookie);

    expect(out.body).toEqual({ ended: 2 });
    expect(session.status).toBe(401);
  });
});

describe('removing somebody', () => {
  test('takes every way in, frees the address and keeps the name of what they did', async () => {
    const other = await addSignedIn(install, 'operator', 'other');

    const removed = await post(`/team/${other.id}/remove`);
    const again = await post(`/team/${other.id}/remove`);
    const signIn = await tryToSignIn(install, other.email);
    const invited = await post('/team/invites', { email: other.email, access: { role: 'viewer' } });
    const { body } = await install.send('get', '/api/team', owner.cookie);

    expect([removed.status, again.status, signIn.status, invited.status]).toEqual([
      200, 404, 401, 200,
    ]);
    expect(body.people.map(({ email }: { email: string }) => email)).toEqual([owner.email]);
    const rows = (await readAuditLog(install.services.db)).filter(
      ({ actor }) => actor === other.id,
    );
    expect(rows.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['session.started', 'other'],
    ]);
  });
});

describe('who gives or takes access', () => {
  test.each([
    ['access', { access: { role: 'viewer', until: null } }],
    ['reset', {}],
    ['remove-second-factor', {}],
    ['remove', {}],
  ])('%s needs a recent sign-in', async (verb, body) => {
    const other = await addSignedIn(install, 'viewer');
    clock = new Date(clock.getTime() + 11 * 60_000);

    const refused = await post(`/team/${other.id}/${verb}`, body);

    expect([refused.status, refused.body.code]).toEqual([403, 'recent-sign-in-required']);
  });

  test('leaves each step in the audit log', async () => {
    const other = await addSignedIn(install, 'operator', 'other');
    const before = (await readAuditLog(install.services.db)).length;
    await changeAccess(other.id, {
      role: 'auditor',
      accounts: ['111111111111'],
      until: after(clock, hour),
    });
    await post(`/team/${other.id}/reset`);
    await post(`/team/${other.id}/sign-out`);
    await post(`/team/${other.id}/remove-second-factor`);
    await post(`/team/${other.id}/remove`);

    const rows = (await readAuditLog(install.services.db)).slice(before);

    expect(rows.map(({ action }) => action)).toEqual([
      'access.changed',
      'reset.created',
      'sessions.ended',
      'second-factor.removed',
      'person.removed',
    ]);
    expect(rows.every(({ actor, subject }) => actor === owner.id && subject === other.id)).toBe(
      true,
    );
    expect(rows[0]?.detail).toEqual({
      ...{
        role: 'auditor',
        accounts: '111111111111',
        until: after(clock, hour),
        before: 'operator',
      },
    });
  });
});
