import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openTestInstall, type TestInstall } from '../testing/test-install.ts';
import { listenForMetrics, openMetrics } from './metrics.ts';

const token = 'm'.repeat(40);
let install: TestInstall;
beforeAll(async () => {
  install = await openTestInstall({ environment: { IPPO_METRICS_TOKEN: token } });
});
afterAll(() => install.close());

function read(authorization?: string) {
  const request = install.send('get', '/metrics');
  return authorization === undefined ? request : request.set('authorization', authorization);
}

describe('GET /metrics', () => {
  test.each([
    ['nothing', undefined],
    ['another token', `Bearer ${'x'.repeat(40)}`],
    ['a part of the token', `Bearer ${token.slice(1)}`],
    ['another scheme', `Basic ${token}`],
    ['an empty one', 'Bearer '],
  ])('refuses %s', async (_name, authorization) => {
    const { status, text, headers } = await read(authorization);

    expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect(text).not.toContain('ippo_');
  });

  test('counts requests by route and scans by status', async () => {
    const cookie = await install.signIn('owner');
    const account = '111122223333';
    await install.send('get', '/api/scans/8a3f?x=1', cookie);
    await install.send('get', `/api/reports/latest?account=${account}`, cookie);
    await install.send('get', `/accounts/${account}`, cookie);
    const { body: scan } = await install
      .send('post', '/api/scans', cookie)
      .send({ target: 'demo' });
    await vi.waitFor(
      async () => {
        const { body } = await install.send('get', `/api/scans/${scan.id}`, cookie);
        expect(body.status).toBe('complete');
      },
      { timeout: 50_000 },
    );

    const { status, text, headers } = await read(`Bearer ${token}`);

    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(text).toContain(
      'ippo_http_request_seconds_count{method="GET",route="/api/reports/latest",status="404"} 1',
    );
    expect(text).toContain('route="/api/scans/{id}",status="404"} 1');
    expect(text).toContain('ippo_scans{status="complete"} 1');
    expect(text).toMatch(/^ippo_audit_rows [1-9]/m);
    expect(text).toContain('ippo_info{version="0.0.0-test"} 1');
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
    const labels = text.match(/"[^"]*"/g)?.join(' ') ?? '';
    expect(labels).not.toMatch(/\d{12}|8a3f|example\.com|arn:|@/);
  });

  test('does not exist without a token', async () => {
    const bare = await openTestInstall();

    const { text } = await bare.send('get', '/metrics').set('authorization', `Bearer ${token}`);

    expect(text).not.toContain('ippo_http');
    await bare.close();
  });
});

describe('a port of its own', () => {
  test('serves the figures to this machine, and nothing else', async () => {
    const { db } = install.services;
    const listening = await listenForMetrics(openMetrics({ db, version: '1' }), 0);
    const origin = `http://127.0.0.1:${listening.port}`;

    const figures = await fetch(`${origin}/metrics`);
    const other = await fetch(`${origin}/api/status`);

    expect([figures.status, other.status]).toEqual([200, 404]);
    expect(await figures.text()).toContain('ippo_info{version="1"} 1');
    await listening.close();
  });

  test('that is taken is a wrong setting by its name', async () => {
    const { db } = install.services;
    const metrics = openMetrics({ db, version: '1' });
    const taken = Number(new URL(install.origin).port);

    await expect(listenForMetrics(metrics, taken)).rejects.toMatchObject({
      ...{ code: 'setting-invalid', params: { setting: 'IPPO_METRICS_PORT' } },
    });
  });
});
