import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { problemSchema } from '@ippo/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyRoute, exportPrefix } from '../testing/contract-routes.ts';
import { openTestInstall, type TestInstall } from '../testing/test-install.ts';

let install: TestInstall;
let owner: string;
beforeAll(async () => {
  const webFolder = mkdtempSync(path.join(tmpdir(), 'ippo-web-'));
  mkdirSync(path.join(webFolder, 'assets'));
  writeFileSync(path.join(webFolder, 'index.html'), '<!doctype html><title>Ippo</title>');
  writeFileSync(path.join(webFolder, 'assets', 'app-1a2b.js'), 'export {};');
  writeFileSync(path.join(webFolder, 'theme.js'), 'export {};');
  install = await openTestInstall({ webFolder });
  owner = await install.signIn('owner');
});
afterAll(() => install.close());

describe('bad input is answered with a problem body', () => {
  const long = 'x'.repeat(70_000);

  test.each([
    ['an unknown address', 'get', '/api/nothing', undefined, 404, 'not-found'],
    ['a wrong method', 'post', '/api/status', '{}', 404, 'not-found'],
    ['cut-off JSON', 'post', '/api/scans', '{"target":', 400, 'bad-request'],
    ['an unknown target', 'post', '/api/scans', '{"target":"moon"}', 404, 'unknown-connection'],
    ['an odd target', 'post', '/api/scans', '{"target":"../aws"}', 400, 'bad-request'],
    ['no body', 'post', '/api/scans', '', 400, 'bad-request'],
    ['a list for an object', 'post', '/api/scans', '[]', 400, 'bad-request'],
    ['a huge body', 'post', '/api/scans', `{"target":"${long}"}`, 400, 'bad-request'],
    ['an unknown format', 'get', '/api/policy?format=doc', undefined, 400, 'bad-request'],
    ['an unknown scan', 'get', '/api/scans/none', undefined, 404, 'not-found'],
    ['the events of an unknown scan', 'get', '/api/scans/none/events', undefined, 404, 'not-found'],
    ['a NUL in an id', 'get', '/api/scans/%00', undefined, 400, 'bad-request'],
    ['a broken escape', 'get', '/api/scans/%E0%A4%A', undefined, 404, 'not-found'],
    ['no report yet', 'get', '/api/reports/latest', undefined, 404, 'no-report'],
    [
      'evidence of no scan',
      'get',
      '/api/scans/none/checks/root-mfa/evidence',
      undefined,
      404,
      'not-found',
    ],
  ] as const)('%s', async (_name, method, address, body, status, code) => {
    const request = install.send(method, address, owner);

    const answer = await (body === undefined ? request : request.type('json').send(body));

    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(problemSchema.parse(answer.body)).toMatchObject({ status, code });
    expect(answer.status).toBe(status);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('a defect of ours says nothing about itself', async () => {
    const broken = await openTestInstall({
      openTarget: () => Promise.reject(new Error('secret detail at /home/someone')),
    });
    const cookie = await broken.signIn('owner');

    const answer = await broken.send('get', '/api/connection', cookie);

    expect([answer.status, answer.body.code]).toEqual([500, 'internal']);
    expect(answer.text).not.toMatch(/secret|someone|\.ts/);
    await broken.close();
  });
});

describe('every answer', () => {
  test.each(['/', '/setup', '/api/status', '/api/nothing', '/assets/app-1a2b.js', '/healthz'])(
    '%s carries a policy without inline script or style',
    async (address) => {
      const { headers } = await install.send('get', address);

      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-|\*/);
      expect(headers['permissions-policy']).toContain('camera=()');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-powered-by']).toBeUndefined();
    },
  );

  test('of the API is never cached', async () => {
    const { headers } = await install.send('get', '/api/status');

    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('the pages', () => {
  test('have hashed files for good, the app at every address, and 404 for a missing file', async () => {
    const asset = await install.send('get', '/assets/app-1a2b.js');
    const plain = await install
      .send('get', '/assets/app-1a2b.js')
      .set('accept-encoding', 'identity');
    const theme = await install.send('get', '/theme.js');
    const deep = await install.send('get', '/scans/8a3f');
    const missing = await install.send('get', '/assets/gone.js');
    const climbing = await install.send('get', '/assets/..%2f..%2fpackage.json');

    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect([asset.headers['content-encoding'], asset.text]).toEqual(['gzip', 'export {};']);
    expect(asset.headers['content-type']).toMatch(/javascript/);
    expect([plain.headers['content-encoding'], plain.text]).toEqual([undefined, 'export {};']);
    expect(theme.headers['cache-control']).toBe('public, max-age=0');
    expect([deep.status, deep.headers['cache-control']]).toEqual([200, 'no-cache']);
    expect(deep.text).toContain('<title>Ippo</title>');
    expect([missing.status, climbing.status]).toEqual([404, 404]);
  });

  test('say what to do where they were not built', async () => {
    const bare = await openTestInstall();

    const home = await bare.send('get', '/');

    expect(home.status).toBe(503);
    expect(home.text).toContain('npx -y pnpm start');
    await bare.close();
  });
});

describe('the OpenAPI document', () => {
  test('describes each endpoint of the contract', async () => {
    const { body } = await install.send('get', '/api/openapi.json');

    const described = everyRoute.filter(
      ({ kind, name }) =>
        kind === 'contract' || name.startsWith(exportPrefix) || name === 'reports.make',
    );
    const paths = new Set(described.map(({ path }) => path.replace(/^\/api/, '')));
    const { get } = body.paths['/scans/{id}'];
    const { content } = get.responses.default;
    expect(content['application/problem+json'].schema.$ref).toBe('#/components/schemas/Problem');
    expect(body.components.schemas.Problem.required).toContain('code');
    expect(get.security).toContainEqual({ session: [] });
    expect(body.paths['/status'].get.security).toEqual([]);
    expect(body.openapi).toMatch(/^3\.1/);
    expect(Object.keys(body.paths).toSorted()).toEqual([...paths].toSorted());
  });
});
