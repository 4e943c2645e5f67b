import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { problemSentence } from '@ippo/contracts';
import { readAuditLog } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { changeAccess } from '../store/people-access.ts';
import { findOrAddSsoPerson } from '../store/people-sso.ts';
import { addSignedIn, type TestPerson } from '../testing/people.ts';
import { openTestInstall, type TestInstall } from '../testing/test-install.ts';
import { openTestStore } from '../testing/test-store.ts';

const newKey = { name: 'Nightly report', scope: 'read', days: 30 };
let store: Store;
let install: TestInstall;
let owner: TestPerson;
let viewer: TestPerson;
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(async () => {
  install = await openTestInstall({ store });
  owner = await addSignedIn(install, 'owner');
  viewer = await addSignedIn(install, 'viewer');
});
afterEach(() => install.close());
afterAll(() => store.close());

function ask(method: 'get' | 'post', path: string, { cookie } = owner) {
  const request = install.send(method, `/api${path}`, cookie);
  return method === 'post' ? request.send({}) : request;
}

async function makeKey({ cookie }: TestPerson) {
  const { body } = await install.send('post', '/api/profile/keys', cookie).send(newKey);
  return body as { id: string; key: string };
}

/** Somebody whom only the organisation's own sign-in knows, as a viewer. */
async function addSsoPerson(): Promise<string> {
  const { db, now } = install.services;
  const person = { account: 'https://idp.example sub-1', email: 'cai@example.com', name: 'Cai' };
  const id = (await findOrAddSsoPerson(db, person, now())) ?? '';
  await changeAccess(db, { actor: owner.id, id, at: now() }, { role: 'viewer', until: null });
  return id;
}

describe('the API keys of somebody else', () => {
  test('are listed without what could be used, and stop working when an owner revokes one', async () => {
    const { id, key } = await makeKey(viewer);
    const withKey = () => install.send('get', '/api/session').set('authorization', `Bearer ${key}`);

    const before = await withKey();
    const listed = await ask('get', `/team/${viewer.id}/keys`);
    const revoked = await ask('post', `/team/${viewer.id}/keys/${id}/revoke`);
    const after = await withKey();
    const again = await ask('post', `/team/${viewer.id}/keys/${id}/revoke`);

    expect([before.status, after.status]).toEqual([200, 401]);
    expect(listed.body.keys).toMatchObject([{ id, name: newKey.name, ending: key.slice(-4) }]);
    expect(listed.text).not.toContain(key);
    expect(revoked.body).toEqual({ done: true });
    expect([again.status, again.body.code]).toEqual([404, 'not-found']);
    const entry = (await readAuditLog(install.services.db)).find(
      ({ action }) => action === 'key.revoked',
    );
    expect(entry).toMatchObject({
      ...{ action: 'key.revoked', actor: owner.id, subject: id },
      detail: { person: viewer.id },
    });
  });

  test('are nobody’s but an owner’s to see or revoke, and a key of another stays', async () => {
    const { id } = await makeKey(owner);

    const seen = await ask('get', `/team/${owner.id}/keys`, viewer);
    const revoked = await ask('post', `/team/${owner.id}/keys/${id}/revoke`, viewer);
    const mixed = await ask('post', `/team/${viewer.id}/keys/${id}/revoke`);
    const nobody = await ask('get', '/team/nobody/keys');

    expect([seen.status, revoked.status]).toEqual([403, 403]);
    expect([mixed.status, nobody.status]).toEqual([404, 404]);
    expect((await ask('get', '/profile/keys')).body.keys).toHaveLength(1);
  });
});

describe('somebody who signs in by the organisation only', () => {
  test('is listed so, and gets no link to reset a password that is not here', async () => {
    const id = await addSsoPerson();

    const { body } = await ask('get', '/team');
    const reset = await ask('post', `/team/${id}/reset`);
    const usual = await ask('post', `/team/${viewer.id}/reset`);

    const ways = Object.fromEntries(
      (body.people as { email: string; signsInBy: string[] }[]).map((one) => [
        one.email,
        one.signsInBy,
      ]),
    );
    expect(ways).toMatchObject({ 'cai@example.com': ['sso'], [viewer.email]: ['password'] });
    expect([reset.status, reset.body.code]).toEqual([409, 'no-password-to-reset']);
    expect(reset.body.link).toBeUndefined();
    expect(usual.status).toBe(200);
    expect(problemSentence('no-password-to-reset', {}, 'ja')).toMatch(/組織/);
  });
});

describe('the time zone of a person', () => {
  function choose(timeZone: unknown, { cookie } = viewer) {
    return install.send('post', '/api/profile/time-zone', cookie).send({ timeZone });
  }

  test('is the browser’s own until they choose one, and again when they take it back', async () => {
    const zone = async () => (await ask('get', '/session', viewer)).body.timeZone as string | null;

    const first = await zone();
    const chosen = await choose('Asia/Tokyo');
    const then = await zone();
    await choose(null);

    expect([first, then, await zone()]).toEqual([null, 'Asia/Tokyo', null]);
    expect(chosen.body).toEqual({ done: true });
    expect((await ask('get', '/session')).body.timeZone).toBeNull();
  });

  test.each([
    ['Asia/Nowhere', 'time-zone-unknown'],
    ['<b>', 'bad-request'],
    ['', 'bad-request'],
    [9, 'bad-request'],
  ])('is refused where it is none: %j', async (zone, code) => {
    expect((await choose(zone)).body.code).toBe(code);
  });
});
