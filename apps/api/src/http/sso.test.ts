import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readAuditLog } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { removePerson } from '../store/people-access.ts';
import { readPersonByEmail } from '../store/people.ts';
import { everyRoute, addressOf } from '../testing/contract-routes.ts';
import { clientSecret } from '../testing/oidc-provider.ts';
import { addSignedIn } from '../testing/people.ts';
import { sendRaw } from '../testing/raw-request.ts';
import { asGiven, base, openSsoStage, type SsoStage } from '../testing/sso-stage.ts';
import { openTestInstall, type TestInstall } from '../testing/test-install.ts';
import { openTestStore } from '../testing/test-store.ts';

let store: Store;
let stage: SsoStage;
let install: TestInstall;
let owner: { id: string; cookie: string };
let clock = new Date();
beforeAll(async () => {
  store = await openTestStore();
  stage = await openSsoStage(store, () => clock);
});
beforeEach(async () => {
  clock = new Date();
  const known = { sub: 'sub-1', email: 'aya@example.com', email_verified: true, name: 'Aya' };
  stage.provider.account = known;
  stage.answer = asGiven;
  install = await stage.open();
  owner = await addSignedIn(install, 'owner');
});
afterEach(() => install.close());
afterAll(async () => {
  await stage.close();
  await store.close();
});

async function people() {
  const { body } = await install.send('get', '/api/team', owner.cookie);
  return body.people as { id: string; email: string; role: string | null; name: string }[];
}

async function lastEntry() {
  return (await readAuditLog(install.services.db)).at(-1);
}

describe('signing in at the organisation’s provider', () => {
  test('is named before sign-in, so that the page can offer it', async () => {
    const { body } = await install.send('get', '/api/status');

    expect(body.sso).toEqual({ name: 'Example Corp' });
  });

  test('brings somebody new in without a role, and every route says so', async () => {
    const cookie = await stage.signedIn();

    const wrong: string[] = [];
    for (const route of everyRoute) {
      if (route.permission === 'anyone' || route.kind === 'sign-in') continue;
      const { code } = await sendRaw(install.origin, {
        ...{ method: route.method, path: addressOf(route) },
        headers: { host: new URL(base).host, origin: base, cookie },
        ...(route.method !== 'GET' && { body: {} }),
      });
      if (code !== 'no-role') wrong.push(`${route.name}: ${code}`);
    }

    expect(wrong).toEqual([]);
    const aya = (await people()).find(({ email }) => email === 'aya@example.com');
    expect(aya).toMatchObject({ name: 'Aya', role: null });
  });

  test('lets them go on in the same session once an owner gives a role', async () => {
    const cookie = await stage.signedIn();
    const id = (await people()).find(({ role }) => role === null)?.id ?? '';

    const given = await install
      .send('post', `/api/team/${id}/access`, owner.cookie)
      .send({ access: { role: 'viewer' } });

    const { body } = await install.send('get', '/api/session', cookie);
    expect(given.status).toBe(200);
    expect(body).toMatchObject({ email: 'aya@example.com', role: 'viewer' });
    const again = await install.send('get', '/api/session', await stage.signedIn());
    expect(again.body.role).toBe('viewer');
    expect((await people()).filter(({ email }) => email === 'aya@example.com')).toHaveLength(1);
  });

  test('leads to where the person wanted to go, never to another site', async () => {
    const own = await stage.signIn('/findings?severity=high');
    const other = await stage.signIn('//evil.example');
    const odd = await stage.signIn('/\\evil.example');

    expect([own.location, other.location, odd.location]).toEqual([
      ...['/findings?severity=high', '/', '/'],
    ]);
  });

  test('asks with PKCE, state and nonce, and keeps neither token nor secret in the address', async () => {
    const { location = '' } = await stage.visit('/api/auth/sso/start');

    const asked = new URL(location).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect([asked.get('code_challenge'), asked.get('state'), asked.get('nonce')]).toEqual(
      Array(3).fill(expect.stringMatching(/^[\w-]{43}$/)),
    );
    expect(asked.get('redirect_uri')).toBe(`${base}/api/auth/sso/callback`);
    expect(location).not.toContain(encodeURIComponent(clientSecret).slice(0, 12));
  });

  test('is audited, with the person and the way', async () => {
    await stage.signIn();

    const entry = await lastEntry();
    expect(entry).toMatchObject({ action: 'session.started', detail: { by: 'sso' } });
    expect(entry?.actorName).toBe('Aya');
  });
});

describe('the provider’s word is not enough for', () => {
  test('an e-mail address that it did not verify', async () => {
    stage.provider.account = { ...stage.provider.account, email_verified: false };

    const { location } = await stage.signIn();

    expect(location).toBe('/sign-in?problem=email-not-verified');
    expect(await readPersonByEmail(install.services.db, 'aya@example.com')).toBeNull();
    expect(await lastEntry()).toMatchObject({
      ...{ action: 'session.refused', detail: { by: 'sso', problem: 'email-not-verified' } },
    });
  });

  test.each(['aya@example.org', 'aya@sub.example.com', 'aya@example.com.evil.example'])(
    'an address of another domain: %s',
    async (email) => {
      stage.provider.account = { ...stage.provider.account, email };

      const { location } = await stage.signIn();

      expect(location).toBe('/sign-in?problem=email-domain-refused');
      expect(await readPersonByEmail(install.services.db, email)).toBeNull();
    },
  );

  test('somebody who is known by password with the same address, in any case of its letters', async () => {
    stage.provider.account = { ...stage.provider.account, email: 'Owner@Example.com' };

    const { location, cookie } = await stage.signIn();

    expect(location).toBe('/sign-in?problem=sign-in-not-linked');
    expect(cookie).not.toContain('session_token');
  });

  test('the first owner', async () => {
    await install.close();
    install = await stage.open();

    const { location } = await stage.visit('/api/auth/sso/start');

    expect(location).toBe('/sign-in?problem=setup-required');
  });

  test('somebody who was removed: they come as somebody new', async () => {
    await stage.signIn();
    const id = (await people()).find(({ role }) => role === null)?.id ?? '';
    await removePerson(install.services.db, { actor: owner.id, id, at: clock });

    await stage.signIn();

    const again = (await people()).filter(({ email }) => email === 'aya@example.com');
    expect(again).toMatchObject([{ role: null }]);
    expect(again[0]?.id).not.toBe(id);
  });

  test('somebody whose time here is over', async () => {
    await stage.signIn();
    const id = (await people()).find(({ role }) => role === null)?.id ?? '';
    const until = new Date(clock.getTime() + 60_000).toISOString();
    await install
      .send('post', `/api/team/${id}/access`, owner.cookie)
      .send({ access: { role: 'viewer', until } });
    clock = new Date(clock.getTime() + 60_000);

    expect((await stage.signIn()).location).toBe('/sign-in?problem=access-ended');
  });
});

test('without a provider there is no such address', async () => {
  await install.close();
  install = await openTestInstall({ store });

  const [start, status] = [
    await install.send('get', '/api/auth/sso/start'),
    await install.send('get', '/api/status'),
  ];

  expect([start.body.code, status.body.sso]).toEqual(['not-found', null]);
});
