import { afterEach, describe, expect, test } from 'vitest';
import { sendRaw } from '../testing/raw-request.ts';
import { openTestInstall, type TestInstall } from '../testing/test-install.ts';

let install: TestInstall;
afterEach(() => install.close());

async function open(environment: Record<string, string> = {}): Promise<void> {
  install = await openTestInstall({
    environment: { IPPO_REQUESTS_A_MINUTE: '20', ...environment },
  });
}

/** The numbers of answers by status, of as many requests one after the other. */
async function statuses(
  count: number,
  request: (number: number) => Parameters<typeof sendRaw>[1],
): Promise<Record<number, number>> {
  const found: Record<number, number> = {};
  for (let number = 0; number < count; number += 1) {
    const { status } = await sendRaw(install.origin, request(number));
    found[status] = (found[status] ?? 0) + 1;
  }
  return found;
}

function write(cookie: string) {
  const headers = { origin: install.origin, cookie };
  return { method: 'POST', path: '/api/scans', headers, body: { target: 'no such' } };
}

describe('requests of one session', () => {
  test('are limited by the minute, reads and writes apart, and say so with a problem body', async () => {
    await open();
    const cookie = await install.signIn('owner');
    const read = { method: 'GET', path: '/api/session', headers: { cookie } };

    const reads = await statuses(25, () => read);
    const writes = await statuses(5, () => write(cookie));
    const last = await sendRaw(install.origin, read);

    expect([reads, writes]).toEqual([
      { 200: 20, 429: 5 },
      { 400: 2, 429: 3 },
    ]);
    expect([last.status, last.code]).toEqual([429, 'too-many-requests']);
  });

  test('do not use up those of another session', async () => {
    await open();
    const busy = await install.signIn('owner');
    const other = await install.signIn('viewer');
    await statuses(25, () => ({ method: 'GET', path: '/api/session', headers: { cookie: busy } }));

    const { status } = await install.send('get', '/api/session', other);

    expect(status).toBe(200);
  });

  test('are not limited for health checks', async () => {
    await open();

    expect(await statuses(110, () => ({ method: 'GET', path: '/healthz' }))).toEqual({ 200: 110 });
  });
});

describe('requests of one address', () => {
  test('are limited, also with a new made-up cookie each time', async () => {
    await open();

    const found = await statuses(105, (number) => ({
      ...{ method: 'GET', path: '/api/status' },
      headers: { cookie: `ippo.session_token=${number}` },
    }));

    expect(found).toEqual({ 200: 100, 429: 5 });
  });

  test('are counted by the connection: a header that anyone can send does not help', async () => {
    await open();

    const found = await statuses(105, (number) => ({
      ...{ method: 'GET', path: '/api/status' },
      headers: { 'x-forwarded-for': `198.51.100.${number}`, forwarded: `for=198.51.100.${number}` },
    }));

    expect(found).toEqual({ 200: 100, 429: 5 });
  });

  test('behind a trusted proxy are counted by what the proxy saw, not by what was put before it', async () => {
    await open({ IPPO_TRUSTED_PROXIES: 'loopback' });

    const spoofed = await statuses(105, (number) => ({
      ...{ method: 'GET', path: '/api/status' },
      headers: { 'x-forwarded-for': `198.51.100.${number}, 203.0.113.9` },
    }));
    const neighbour = await statuses(1, () => ({
      ...{ method: 'GET', path: '/api/status' },
      headers: { 'x-forwarded-for': '203.0.113.10' },
    }));

    expect([spoofed, neighbour]).toEqual([{ 200: 100, 429: 5 }, { 200: 1 }]);
  });

  test('of an IPv6 network are counted together, as one may take any address in it', async () => {
    await open({ IPPO_TRUSTED_PROXIES: 'loopback' });

    const found = await statuses(105, (number) => ({
      ...{ method: 'GET', path: '/api/status' },
      headers: { 'x-forwarded-for': `2001:db8:1:2::${number.toString(16)}` },
    }));

    expect(found).toEqual({ 200: 100, 429: 5 });
  });
});

describe('tries at signing in', () => {
  test('are slowed down whatever the client says its address is', async () => {
    await open({ IPPO_REQUESTS_A_MINUTE: '1000' });

    const found = await statuses(12, (number) => ({
      ...{ method: 'POST', path: '/api/auth/sign-in/email' },
      headers: { origin: install.origin, 'x-forwarded-for': `198.51.100.${number}` },
      body: { email: `a${number}@example.com`, password: 'wrong password!' },
    }));

    expect(found).toEqual({ 401: 10, 429: 2 });
  });
});
