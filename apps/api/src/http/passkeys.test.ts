import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readAuditLog } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { addSignedIn, after, cookieOf, type TestPerson } from '../testing/people.ts';
import { openSoftAuthenticator } from '../testing/soft-authenticator.ts';
import { openTestInstall, type TestInstall } from '../testing/test-install.ts';
import { openTestStore } from '../testing/test-store.ts';

let store: Store;
let install: TestInstall;
let person: TestPerson;
let origin = '';
let clock = new Date();
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(async () => {
  clock = new Date();
  install = await openTestInstall({ store, now: () => clock });
  person = await addSignedIn(install, 'owner');
  origin = install.origin.replace('127.0.0.1', 'localhost');
});
afterEach(() => install.close());
afterAll(() => store.close());

/** A request of a page at another address than the listening one. */
function post(path: string, body: object = {}, cookie = '', at = origin) {
  const { host } = new URL(at);
  return install.send('post', `/api${path}`, cookie).set({ host, origin: at }).send(body);
}

function profile(at = origin) {
  return install.send('get', '/api/profile', person.cookie).set('host', new URL(at).host);
}

async function addPasskey(name = 'Laptop') {
  const device = openSoftAuthenticator('localhost');
  const options = await post('/profile/passkeys/options', {}, person.cookie);
  const response = device.make(options.body.challenge, { origin });
  const added = await post('/profile/passkeys', { name, response }, person.cookie);
  return { device, options, response, added };
}

async function signIn(sign: (challenge: string) => object) {
  const options = await post('/passkeys/options');
  return post('/passkeys/sign-in', { response: sign(options.body.challenge) });
}

describe('where passkeys are possible', () => {
  test('is told with the address that is open', async () => {
    const local = await profile();
    const numbers = await profile(install.origin);

    expect(local.body.passkeysPossible).toEqual({ possible: true, host: 'localhost' });
    expect(numbers.body.passkeysPossible).toEqual({ possible: false, why: 'ip-address' });
  });

  test('none begins at an address of numbers', async () => {
    const making = await post('/profile/passkeys/options', {}, person.cookie, install.origin);
    const signing = await post('/passkeys/options', {}, '', install.origin);

    const codes = [making.body.code, signing.body.code];
    expect(codes).toEqual(['passkeys-not-possible', 'passkeys-not-possible']);
  });
});

describe('a passkey', () => {
  test('is made by who is signed in, and signs in by itself', async () => {
    const { device, options, added } = await addPasskey();

    const signedIn = await signIn((challenge) => device.sign(challenge, { origin }));
    const session = await install.send('get', '/api/session', cookieOf(signedIn));
    const { body } = await profile();

    expect(options.body).toMatchObject({
      ...{ rp: { id: 'localhost', name: 'Ippo' }, user: { name: person.email } },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    expect(added.body).toEqual({ id: device.id });
    expect([signedIn.status, signedIn.body]).toEqual([200, { done: true }]);
    expect(session.body.email).toBe(person.email);
    expect(body.passkeys).toMatchObject([
      { name: 'Laptop', host: 'localhost', lastUsedAt: clock.toISOString() },
    ]);
  });

  test('is refused for anything that is not exactly right', async () => {
    const { device } = await addPasskey();
    const stranger = openSoftAuthenticator('localhost');
    const answers = [
      await signIn((challenge) => stranger.sign(challenge, { origin })),
      await signIn((challenge) => ({
        ...stranger.sign(challenge, { origin }),
        id: device.id,
        rawId: device.id,
      })),
      await signIn((challenge) => device.sign(challenge, { origin: 'http://evil.example' })),
      await signIn((challenge) => device.sign(challenge, { origin, verified: false })),
      await signIn(() => device.sign('bm90LW91cnM', { origin })),
    ];

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      Array.from({ length: 5 }, () => [403, 'passkey-refused']),
    );
  });

  test('signs each challenge once, within five minutes', async () => {
    const { device } = await addPasskey();
    const { body: first } = await post('/passkeys/options');
    const response = device.sign(first.challenge, { origin });

    const used = await post('/passkeys/sign-in', { response });
    const again = await post('/passkeys/sign-in', { response });
    const { body: second } = await post('/passkeys/options');
    clock = new Date(clock.getTime() + 5 * 60_000);
    const late = await post('/passkeys/sign-in', {
      response: device.sign(second.challenge, { origin }),
    });

    expect([used.status, again.body.code, late.body.code]).toEqual([
      ...[200, 'passkey-refused', 'passkey-refused'],
    ]);
  });

  test('whose counter goes back was copied, and is refused', async () => {
    const { device } = await addPasskey();

    const first = await signIn((challenge) => device.sign(challenge, { origin, counter: 5 }));
    const back = await signIn((challenge) => device.sign(challenge, { origin, counter: 5 }));
    const on = await signIn((challenge) => device.sign(challenge, { origin, counter: 6 }));

    expect([first.status, back.body.code, on.status]).toEqual([200, 'passkey-refused', 200]);
  });

  test('is made only with a recent sign-in, a challenge of one’s own and a verified person', async () => {
    const other = await addSignedIn(install, 'viewer');
    const device = openSoftAuthenticator('localhost');
    const { body } = await post('/profile/passkeys/options', {}, person.cookie);
    const stolen = device.make(body.challenge, { origin });

    const foreign = await post('/profile/passkeys', { name: 'x', response: stolen }, other.cookie);
    const options = await post('/profile/passkeys/options', {}, person.cookie);
    const response = device.make(options.body.challenge, { origin, verified: false });
    const unverified = await post('/profile/passkeys', { name: 'x', response }, person.cookie);
    clock = new Date(clock.getTime() + 11 * 60_000);
    const old = await post('/profile/passkeys/options', {}, person.cookie);

    expect([foreign.body.code, unverified.body.code, old.body.code]).toEqual([
      ...['passkey-refused', 'passkey-refused', 'recent-sign-in-required'],
    ]);
  });

  test('is removed by its owner alone, and opens nothing then', async () => {
    const { device } = await addPasskey();
    const other = await addSignedIn(install, 'viewer');
    const address = `/profile/passkeys/${device.id}/remove`;

    const foreign = await post(address, {}, other.cookie);
    const removed = await post(address, {}, person.cookie);
    const signedIn = await signIn((challenge) => device.sign(challenge, { origin }));

    expect([foreign.status, removed.status]).toEqual([404, 200]);
    expect(signedIn.body.code).toBe('passkey-refused');
  });

  test('opens nothing for whose time is over', async () => {
    const { device } = await addPasskey();
    const other = await addSignedIn(install, 'owner', 'other');
    const access = { role: 'viewer', until: after(clock, 60_000) };
    await post(`/team/${person.id}/access`, { access }, other.cookie);
    clock = new Date(clock.getTime() + 60_000);

    const signedIn = await signIn((challenge) => device.sign(challenge, { origin }));

    expect([signedIn.status, signedIn.body.code]).toEqual([403, 'passkey-refused']);
    expect(cookieOf(signedIn)).toBe('');
  });

  test('leaves each step in the audit log', async () => {
    const before = (await readAuditLog(install.services.db)).length;
    const { device } = await addPasskey();
    await signIn((challenge) => device.sign(challenge, { origin: 'http://evil.example' }));
    await signIn((challenge) => device.sign(challenge, { origin }));
    await post(`/profile/passkeys/${device.id}/remove`, {}, person.cookie);

    const rows = (await readAuditLog(install.services.db)).slice(before);

    expect(rows.map(({ action }) => action)).toEqual([
      ...['passkey.added', 'session.refused', 'session.started', 'passkey.removed'],
    ]);
  });
});
