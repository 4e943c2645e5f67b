import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readAuditLog } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { codeOf } from '../testing/authenticator-app.ts';
import {
  addSignedIn,
  cookieOf,
  signInAs,
  tryToSignIn,
  type TestPerson,
} from '../testing/people.ts';
import { openTestInstall, password, type TestInstall } from '../testing/test-install.ts';
import { openTestStore } from '../testing/test-store.ts';

let store: Store;
let install: TestInstall;
let owner: TestPerson;
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(async () => {
  install = await openTestInstall({ store });
  owner = await addSignedIn(install, 'owner');
});
afterEach(() => install.close());
afterAll(() => store.close());

function post(path: string, body: object, cookie = owner.cookie) {
  return install.send('post', `/api${path}`, cookie).send(body);
}

/** Turns an authenticator app on; the cookie that replaced the one before. */
async function turnOn(cookie = owner.cookie) {
  const { body } = await post('/profile/second-factor', { password }, cookie);
  const confirmed = await post(
    '/profile/second-factor/confirm',
    { code: codeOf(body.uri) },
    cookie,
  );
  return {
    uri: String(body.uri),
    backupCodes: body.backupCodes as string[],
    cookie: cookieOf(confirmed),
    confirmed,
  };
}

/** A wrong code, whatever the right one is. */
function notThe(code: string): string {
  return code === '000000' ? '000001' : '000000';
}

describe('an authenticator app', () => {
  test('begins with the password and shows its address and ten backup codes', async () => {
    const wrong = await post('/profile/second-factor', { password: 'wrong horse battery' });
    const begun = await post('/profile/second-factor', { password });
    const { body } = await install.send('get', '/api/profile', owner.cookie);

    expect([wrong.status, wrong.body.code]).toEqual([403, 'password-wrong']);
    expect(begun.body.uri).toMatch(/^otpauth:\/\/totp\/Ippo:owner(%40|@)example\.com\?secret=/);
    expect(new Set(begun.body.backupCodes).size).toBe(10);
    expect(body).toMatchObject({ secondFactor: false, backupCodesLeft: null });
  });

  test('is on only after its first code, and ends the other sessions then', async () => {
    const other = await signInAs(install, owner.email);
    const begun = await post('/profile/second-factor', { password });
    const right = codeOf(begun.body.uri);

    const wrong = await post('/profile/second-factor/confirm', { code: notThe(right) });
    const stillWithout = await tryToSignIn(install, owner.email);
    const confirmed = await post('/profile/second-factor/confirm', { code: right });
    const cookie = cookieOf(confirmed);
    const profile = await install.send('get', '/api/profile', cookie);
    const others = [other, cookieOf(stillWithout), owner.cookie];
    const ended = await Promise.all(others.map((one) => install.send('get', '/api/session', one)));

    expect([wrong.status, wrong.body.code]).toEqual([403, 'code-wrong']);
    expect(confirmed.body).toEqual({ done: true });
    expect(profile.body).toMatchObject({ secondFactor: true, backupCodesLeft: 10 });
    expect(ended.map(({ status }) => status)).toEqual([401, 401, 401]);
  });

  test('is asked for at sign-in, which opens nothing before its code', async () => {
    const { uri } = await turnOn();

    const first = await tryToSignIn(install, owner.email);
    const waiting = cookiesOf(first);
    const before = await install.send('get', '/api/session', waiting);
    const wrong = await post(
      '/auth/two-factor/verify-totp',
      { code: notThe(codeOf(uri)) },
      waiting,
    );
    const right = await post('/auth/two-factor/verify-totp', { code: codeOf(uri) }, waiting);
    const after = await install.send('get', '/api/session', cookieOf(right));

    expect(first.body).toEqual({ twoFactorRedirect: true, twoFactorMethods: ['totp'] });
    expect([before.status, wrong.status, wrong.body.code]).toEqual([401, 403, 'code-wrong']);
    expect([right.status, after.status]).toEqual([200, 200]);
    expect(right.text).not.toMatch(/"token"/);
  });

  test('cannot be had without the password before it, nor remembered by the browser', async () => {
    const { uri, cookie } = await turnOn();
    const code = codeOf(uri);

    const nothing = await post('/auth/two-factor/verify-totp', { code }, 'ippo.two_factor=x.y');
    const session = await post('/auth/two-factor/verify-totp', { code }, cookie);
    const waiting = cookiesOf(await tryToSignIn(install, owner.email));
    const trusted = await post(
      '/auth/two-factor/verify-totp',
      { code, trustDevice: true },
      waiting,
    );
    const again = await install
      .send('post', '/api/auth/sign-in/email', cookiesOf(trusted))
      .send({ email: owner.email, password });

    expect([nothing.status, nothing.body.code]).toEqual([401, 'sign-in-required']);
    expect([session.status, session.body.code]).toEqual([401, 'sign-in-required']);
    expect(trusted.status).toBe(200);
    expect(again.body.twoFactorRedirect).toBe(true);
  });

  test('stops a sign-in after five wrong codes, whatever the sixth is', async () => {
    const { uri } = await turnOn();
    const waiting = cookiesOf(await tryToSignIn(install, owner.email));

    const answers = [];
    for (let tries = 0; tries < 5; tries += 1)
      answers.push(
        await post('/auth/two-factor/verify-totp', { code: notThe(codeOf(uri)) }, waiting),
      );
    const right = await post('/auth/two-factor/verify-totp', { code: codeOf(uri) }, waiting);
    const anew = cookiesOf(await tryToSignIn(install, owner.email));
    const signedIn = await post('/auth/two-factor/verify-totp', { code: codeOf(uri) }, anew);

    expect(answers.map(({ body }) => body.code)).toEqual(answers.map(() => 'code-wrong'));
    expect([right.status, right.body.code]).toEqual([401, 'sign-in-required']);
    expect(signedIn.status).toBe(200);
  });

  test('is not asked for any more by a sign-in with a password that was changed meanwhile', async () => {
    const { uri, cookie } = await turnOn();
    const waiting = cookiesOf(await tryToSignIn(install, owner.email));

    const next = 'another horse battery';
    const changed = await post('/profile/password', { current: password, password: next }, cookie);
    const late = await post('/auth/two-factor/verify-totp', { code: codeOf(uri) }, waiting);

    expect([changed.status, late.status, late.body.code]).toEqual([200, 401, 'sign-in-required']);
  });

  test('lets each of its codes in once, also of two at the same moment', async () => {
    const { uri } = await turnOn();
    const code = codeOf(uri);
    const waiting = [0, 1, 2].map(async () => cookiesOf(await tryToSignIn(install, owner.email)));
    const [first = '', second = '', third = ''] = await Promise.all(waiting);
    const enter = (given: string, cookie: string) =>
      post('/auth/two-factor/verify-totp', { code: given }, cookie);

    const both = await Promise.all([enter(code, first), enter(code, second)]);
    const later = await enter(code, third);
    // It takes the code that the app shows next, too: phones are not always on time.
    const next = await enter(codeOf(uri, new Date(Date.now() + 30_000)), third);

    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403]);
    const refused = [...both, later].filter(({ status }) => status !== 200);
    expect(refused.map(({ body }) => body.code)).toEqual(['code-wrong', 'code-wrong']);
    expect(next.status).toBe(200);
  });

  test('is replaced by each backup code once', async () => {
    const { backupCodes } = await turnOn();
    const [code = ''] = backupCodes;
    const use = async () =>
      post(
        '/auth/two-factor/verify-backup-code',
        { code },
        cookiesOf(await tryToSignIn(install, owner.email)),
      );

    const first = await use();
    const second = await use();
    const profile = await install.send('get', '/api/profile', cookieOf(first));

    expect([first.status, second.status, second.body.code]).toEqual([200, 403, 'code-wrong']);
    expect(profile.body.backupCodesLeft).toBe(9);
  });

  test('gives new backup codes for the password, and voids the earlier ones', async () => {
    const { cookie, backupCodes } = await turnOn();

    const made = await post('/profile/second-factor/backup-codes', { password }, cookie);
    const waiting = cookiesOf(await tryToSignIn(install, owner.email));
    const old = await post(
      '/auth/two-factor/verify-backup-code',
      { code: backupCodes[0] },
      waiting,
    );

    expect(made.body.backupCodes).toHaveLength(10);
    expect(made.body.backupCodes).not.toContain(backupCodes[0]);
    expect(old.body.code).toBe('code-wrong');
  });

  test('is turned off by its owner with the password', async () => {
    const { cookie } = await turnOn();
    const address = '/profile/second-factor/remove';

    const wrong = await post(address, { password: 'wrong horse battery' }, cookie);
    const off = await post(address, { password }, cookie);
    const again = await post(address, { password }, cookie);
    const signedIn = await tryToSignIn(install, owner.email);

    expect([wrong.body.code, off.status, again.body.code]).toEqual([
      ...['password-wrong', 200, 'second-factor-off'],
    ]);
    expect(signedIn.body.user.email).toBe(owner.email);
  });

  test('is not begun twice', async () => {
    const { cookie } = await turnOn();

    const begun = await post('/profile/second-factor', { password }, cookie);
    const confirmed = await post('/profile/second-factor/confirm', { code: '123456' }, cookie);

    expect([begun.body.code, confirmed.body.code]).toEqual([
      'second-factor-on',
      'second-factor-on',
    ]);
  });

  test('of somebody else is removed by an owner, which signs them out', async () => {
    const other = await addSignedIn(install, 'operator');
    const { cookie } = await turnOn(other.cookie);

    const listed = await install.send('get', '/api/team', owner.cookie);
    const removed = await post(`/team/${other.id}/remove-second-factor`, {});
    const session = await install.send('get', '/api/session', cookie);
    const signedIn = await tryToSignIn(install, other.email);

    const person = listed.body.people.find(({ id }: { id: string }) => id === other.id);
    expect(person.secondFactor).toBe(true);
    expect([removed.status, session.status]).toEqual([200, 401]);
    expect(signedIn.body.user.email).toBe(other.email);
  });

  test('leaves each step in the audit log, and neither secret nor code anywhere in clear', async () => {
    const before = (await readAuditLog(install.services.db)).length;
    const { uri, backupCodes, cookie } = await turnOn();
    await post('/profile/second-factor/backup-codes', { password }, cookie);
    const waiting = cookiesOf(await tryToSignIn(install, owner.email));
    await post('/auth/two-factor/verify-totp', { code: notThe(codeOf(uri)) }, waiting);
    await post('/auth/two-factor/verify-totp', { code: codeOf(uri) }, waiting);
    await post('/profile/second-factor/remove', { password }, cookie);

    const rows = (await readAuditLog(install.services.db)).slice(before);
    const kept = await install.services.db.execute(
      `select json_agg(t)::text as dump from second_factors t`,
    );

    expect(rows.map(({ action, detail }) => [action, detail['by']])).toEqual([
      ['second-factor.enabled', undefined],
      ['backup-codes.made', undefined],
      ['session.refused', 'code'],
      ['session.started', 'code'],
      ['second-factor.removed', undefined],
    ]);
    const secret = new URL(uri).searchParams.get('secret') ?? '-';
    const written = JSON.stringify([rows, kept]);
    expect([secret, backupCodes[0]].some((text) => written.includes(text ?? '-'))).toBe(false);
  });
});

/** Every cookie that an answer sets and does not end. */
function cookiesOf({ headers }: { headers: Record<string, unknown> }): string {
  const set = headers['set-cookie'];
  return (Array.isArray(set) ? set.map(String) : [])
    .filter((cookie) => !/Max-Age=0/i.test(cookie))
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');
}
