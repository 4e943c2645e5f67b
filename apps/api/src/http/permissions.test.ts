import { traverseContractProcedures } from '@orpc/server';
import { endpoints, may, permissions, roles, type Permission } from '@ippo/contracts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openTestInstall, type TestInstall } from '../testing/test-install.ts';

vi.setConfig({ testTimeout: 30_000 });

type Route = { name: string; method: 'get' | 'post'; path: string; permission: Permission };

const routes: Route[] = [];
traverseContractProcedures({ router: endpoints, path: [] }, ({ contract, path }) => {
  const { route, meta } = contract['~orpc'];
  routes.push({
    name: path.join('.'),
    method: route.method === 'POST' ? 'post' : 'get',
    path: `/api${(route.path ?? '').replaceAll(/\{\w+\}/g, 'none')}`,
    permission: (meta as { permission: Permission }).permission,
  });
});
// Not in the contract, as a stream of events has no answer to describe.
routes.push({ name: 'events', method: 'get', path: '/api/scans/none/events', permission: 'read' });

let install: TestInstall;
beforeAll(async () => {
  install = await openTestInstall();
  for (const role of roles) await install.signIn(role);
}, 60_000);
afterAll(() => install.close());

function call({ method, path }: Route, cookie?: string) {
  const request = install.send(method, path, cookie);
  return method === 'post' ? request.send({}) : request;
}

describe('every route of the contract', () => {
  test('is here, so that a new one is tested too', () => {
    expect(routes.length).toBeGreaterThanOrEqual(16);
    expect(routes.every(({ permission }) => permission in permissions)).toBe(true);
  });

  test.each(routes)('$name refuses strangers unless anyone may call it', async (route) => {
    const { status, body } = await call(route);

    if (route.permission === 'anyone') expect([401, 404]).not.toContain(status);
    else expect([status, body.code]).toEqual([401, 'sign-in-required']);
  });

  test.each(routes.flatMap((route) => roles.map((role) => ({ ...route, role }))))(
    '$name as $role: $permission decides',
    async ({ role, ...route }) => {
      const { status, body } = await call(route, await install.signIn(role));

      if (may(role, route.permission)) expect([401, 403]).not.toContain(status);
      else expect([status, body.code]).toEqual([403, 'forbidden']);
    },
  );

  test('a made-up or altered cookie is nobody', async () => {
    const cookie = await install.signIn('owner');

    const made = await install.send('get', '/api/session', 'ippo.session_token=abc.def');
    const altered = await install.send('get', '/api/session', `${cookie.slice(0, -6)}AAAAAA`);

    expect([made.status, altered.status]).toEqual([401, 401]);
  });
});
