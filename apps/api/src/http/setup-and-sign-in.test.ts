import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { authPaths } from '../auth/auth-paths.ts';
import { tokenHash } from '../auth/secrets.ts';
import { issueSetupToken } from '../auth/setup-token.ts';
import { readAuditLog } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { setupTokenWorksUntil } from '../store/people.ts';
import { openTestStore } from '../testing/test-store.ts';
import { openTestInstall, password, type TestInstall } from '../testing/test-install.ts';

let store: Store;
let install: TestInstall;
let clock = new Date();
beforeAll(async () => {
  store = await openTestStore();
});
afterEach(() => install.close());
afterAll(() => store.close());

const owner = { name: 'Aiko', email: 'Aiko@Example.com', password };

async function open(): Promise<string> {
  clock = new Date();
  install = await openTestInstall({ store, now: () => clock });
  const token = await issueSetupToken(install.services.db, clock);
  if (token === null) throw new Error('no token was issued');
  return token;
}

function setUp(body: object) {
  return install.send('post', '/api/setup').send(body);
}

function trySignIn(body: object) {
  return install.send('post', '/api/auth/sign-in/email').send(body);
}

describe('the setup token', () => {
  test('creates the owner once, who can then sign in', async () => {
    const token = await open();

    const checked = await install.send('post', '/api/setup/check').send({ token });
    const created = await setUp({ ...owner, token });
    const again = await setUp({ ...owner, token, email: 'b@example.com' });
    const recheck = await install.send('post', '/api/setup/check').send({ token });
    const signedIn = await trySignIn({ email: 'aiko@example.com', password });

    expect(checked.body).toEqual({ until: new Date(clock.getTime() + 1_800_000).toISOString() });
    expect([created.status, created.body]).toEqual([200, { created: true }]);
    expect([again.status, again.body.code]).toEqual([409, 'setup-done']);
    expect(recheck.body.code).toBe('setup-done');
    expect(signedIn.status).toBe(200);
    expect(signedIn.body.user.role).toBe('owner');
    expect(await issueSetupToken(install.services.db, clock)).toBeNull();
  });

  test('is kept only as a hash and is 256 bits long', async () => {
    const token = await open();

    const tables = await install.services.db.execute<{ dump: string }>(
      `select json_agg(t)::text as dump from setup_tokens t`,
    );

    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(tables)).not.toContain(token);
    expect(JSON.stringify(tables)).toContain(tokenHash(token));
  });

  test('ends after 30 minutes', async () => {
    const token = await open();
    clock = new Date(clock.getTime() + 30 * 60_000);

    const checked = await install.send('post', '/api/setup/check').send({ token });
    const created = await setUp({ ...owner, token });

    expect([checked.status, checked.body.code]).toEqual([403, 'setup-token-invalid']);
    expect([created.status, created.body.code]).toEqual([403, 'setup-token-invalid']);
  });

  test('is void once a newer one was printed', async () => {
    const token = await open();
    await issueSetupToken(install.services.db, clock);

    const created = await setUp({ ...owner, token });

    expect(created.body.code).toBe('setup-token-invalid');
  });

  test('survives a form that was filled in wrongly', async () => {
    const token = await open();

    const short = await setUp({ ...owner, token, password: 'short' });
    const noName = await setUp({ ...owner, token, name: ' ' });

    expect([short.status, short.body.code]).toEqual([400, 'password-too-short']);
    expect([noName.status, noName.body.code]).toEqual([400, 'bad-request']);
    expect(await setupTokenWorksUntil(install.services.db, tokenHash(token), clock)).not.toBeNull();
  });

  test('lets one of two who use it at the same moment in', async () => {
    const token = await open();

    const both = await Promise.all([
      setUp({ ...owner, token }),
      setUp({ ...owner, token, email: 'b@example.com' }),
    ]);

    expect(both.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
  });

  test('cannot be guessed at speed', async () => {
    await open();

    const answers = [];
    for (let tries = 0; tries < 12; tries += 1)
      answers.push(await install.send('post', '/api/setup/check').send({ token: 'guess' }));

    expect(answers.at(-1)?.status).toBe(429);
    expect(answers.at(-1)?.body.code).toBe('too-many-requests');
  });
});

describe('sign-in', () => {
  test('says the same whichever part was wrong', async () => {
    const token = await open();
    await setUp({ ...owner, token });

    const answers = [
      await trySignIn({ email: owner.email, password: 'wrong horse battery' }),
      await trySignIn({ email: 'nobody@example.com', password }),
      await trySignIn({ email: 'not an address', password }),
      await trySignIn({ email: owner.email }),
      await install.send('post', '/api/auth/sign-in/email').type('json').send('{"email":'),
    ];

    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    expect(answers[0]?.body.code).toBe('sign-in-failed');
  });

  test('keeps the session in a strict HttpOnly cookie and out of every body', async () => {
    await open();

    const cookie = await install.signIn('owner');
    const session = await install.send('get', '/api/auth/get-session', cookie);

    expect(cookie).toMatch(/^ippo\.session_token=/);
    expect(session.body.session.token).toBeUndefined();
    expect(session.text).not.toContain(
      decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0],
    );
  });

  test('ends with sign-out, at once and on the server', async () => {
    await open();
    const cookie = await install.signIn('viewer');

    const before = await install.send('get', '/api/session', cookie);
    const out = await install.send('post', '/api/auth/sign-out', cookie).send({});
    const after = await install.send('get', '/api/session', cookie);

    expect(before.body).toMatchObject({ role: 'viewer', email: 'viewer@example.com' });
    expect(out.status).toBe(200);
    expect([after.status, after.body.code]).toEqual([401, 'sign-in-required']);
  });

  test('is slowed down after ten tries a minute', async () => {
    await open();

    const answers = [];
    for (let tries = 0; tries < 12; tries += 1)
      answers.push(await trySignIn({ email: 'a@example.com', password }));

    expect(answers.at(-1)?.body.code).toBe('too-many-requests');
  });

  test('opens nothing of the sign-in library but the list', async () => {
    await open();
    const closed = [
      'sign-up/email',
      'change-password',
      'update-user',
      'list-sessions',
      'two-factor/enable',
      'two-factor/disable',
      'two-factor/get-totp-uri',
      'two-factor/generate-backup-codes',
      'two-factor/send-otp',
      'two-factor/verify-otp',
      'start-session',
      'ok',
      'error',
    ];

    const answers = await Promise.all(
      closed.flatMap((path) => [
        install.send('get', `/api/auth/${path}`),
        install.send('post', `/api/auth/${path}`).send({ ...owner }),
      ]),
    );
    const signOutByGet = await install.send('get', '/api/auth/sign-out');

    expect(authPaths.map(({ path }) => path)).toEqual([
      '/sign-in/email',
      '/two-factor/verify-totp',
      '/two-factor/verify-backup-code',
      '/sign-out',
      '/get-session',
      '/sso/start',
      '/sso/callback',
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    expect(signOutByGet.status).toBe(404);
  });
});

describe('the audit log', () => {
  test('has a row for each write of setup and sign-in, and refuses to forget', async () => {
    const token = await open();
    const { db } = install.services;
    const before = (await readAuditLog(db)).length;
    await setUp({ ...owner, token: 'wrong' });
    await setUp({ ...owner, token });
    await trySignIn({ email: owner.email, password: 'wrong horse battery' });
    const { headers } = await trySignIn({ email: owner.email, password });
    const cookie = String(headers['set-cookie']).split(';')[0];
    await install.send('post', '/api/auth/sign-out', cookie).send({});

    const actions = (await readAuditLog(db)).slice(before).map(({ action }) => action);

    expect(actions).toEqual([
      'setup.refused',
      'owner.created',
      'session.refused',
      'session.started',
      'session.ended',
    ]);
    await expect(db.execute(`delete from audit_log`)).rejects.toThrow();
    await expect(db.execute(`update audit_log set actor = 'x'`)).rejects.toThrow();
    await expect(db.execute(`truncate audit_log`)).rejects.toThrow();
    expect(await readAuditLog(db)).toHaveLength(before + 5);
  });
});
