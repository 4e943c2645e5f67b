import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendRaw, type RawAnswer } from '../testing/raw-request.ts';
import { openTestInstall, type TestInstall } from '../testing/test-install.ts';

let local: TestInstall;
let shared: TestInstall;
beforeAll(async () => {
  local = await openTestInstall();
  shared = await openTestInstall({
    environment: { IPPO_HOST: '0.0.0.0', IPPO_BASE_URL: 'https://ippo.example.com' },
  });
});
afterAll(async () => {
  await local.close();
  await shared.close();
});

function send(
  install: TestInstall,
  method: string,
  path: string,
  headers: Record<string, string>,
): Promise<RawAnswer> {
  return sendRaw(install.origin, { method, path, headers });
}

describe('the Host header', () => {
  test.each(['localhost', 'localhost:8080', '127.0.0.1:9', '127.9.9.9', '[::1]:8080'])(
    '%s is a name of this machine',
    async (host) => {
      expect(await send(local, 'GET', '/api/status', { host })).toMatchObject({ status: 200 });
    },
  );

  test.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    '10.0.0.1',
    'a b',
    'x@localhost',
  ])('%s is refused', async (host) => {
    const answer = await send(local, 'GET', '/api/status', { host });

    expect(answer).toMatchObject({ status: 421, code: 'host-refused' });
  });

  test('of IPPO_BASE_URL is answered, in any case of its letters', async () => {
    const known = await send(shared, 'GET', '/api/status', { host: 'Ippo.Example.com' });
    const other = await send(shared, 'GET', '/api/status', { host: 'other.example.com' });

    expect([known.status, other.status, other.code]).toEqual([200, 421, 'host-refused']);
  });

  test('does not matter to health checks', async () => {
    expect(await send(local, 'GET', '/healthz', { host: '10.0.0.1' })).toMatchObject({
      status: 200,
    });
    expect(await send(local, 'GET', '/readyz', { host: '10.0.0.1' })).toMatchObject({
      status: 200,
    });
  });
});

describe('the Origin header of a method that may change something', () => {
  const host = 'localhost:8080';

  test.each([
    ['none', {}],
    ['null', { origin: 'null' }],
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://localhost:3000' }],
    ['another scheme', { origin: 'https://localhost:8080' }],
    ['another name of this machine', { origin: 'http://127.0.0.1:8080' }],
  ])('%s is refused', async (_name, headers: Record<string, string>) => {
    for (const path of ['/api/setup/check', '/api/auth/sign-out', '/api/scans', '/anything'])
      expect(await send(local, 'POST', path, { host, ...headers })).toMatchObject({
        status: 403,
        code: 'origin-refused',
      });
  });

  test('our own is accepted, and the base URL’s behind a proxy', async () => {
    const own = await send(local, 'POST', '/api/setup/check', { host, origin: `http://${host}` });
    const proxied = await send(shared, 'POST', '/api/setup/check', {
      host: 'ippo.example.com',
      origin: 'https://ippo.example.com',
    });
    const downgraded = await send(shared, 'POST', '/api/setup/check', {
      host: 'ippo.example.com',
      origin: 'http://ippo.example.com',
    });

    expect([own.status, proxied.status, downgraded.status]).toEqual([400, 400, 403]);
  });
});

describe('an install without an owner that others can reach', () => {
  const host = 'ippo.example.com';

  test('serves its setup page, its status and health, and nothing else', async () => {
    const open = await Promise.all(
      ['/api/status', '/healthz', '/readyz', '/setup'].map((path) =>
        send(shared, 'GET', path, { host }),
      ),
    );
    const session = await send(shared, 'GET', '/api/session', { host });
    const document = await send(shared, 'GET', '/api/openapi.json', { host });
    const home = await send(shared, 'GET', '/', { host });

    expect(open.map(({ status }) => status)).toEqual([200, 200, 200, 503]);
    expect([session.code, document.code]).toEqual(['setup-required', 'setup-required']);
    expect([home.status, home.location]).toEqual([302, '/setup']);
  });

  test('serves everything once it has one', async () => {
    await shared.signIn('owner').catch(() => '');

    const session = await send(shared, 'GET', '/api/session', { host });

    expect(session.code).toBe('sign-in-required');
  });
});
