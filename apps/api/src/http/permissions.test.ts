import { may, permissions, roles, type Role } from '@ippo/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf, everyRoute, type Route } from '../testing/contract-routes.ts';
import { sendRaw } from '../testing/raw-request.ts';
import { openTestInstall, password, type TestInstall } from '../testing/test-install.ts';

const visitors = [null, ...roles] as const;
const origins = ['own', 'other', 'null', 'none'] as const;
const base = 'https://ippo.example.com';

let install: TestInstall;
let hosts: Readonly<Record<'right' | 'loopback' | 'wrong', { host: string; own: string }>>;
const cookies = new Map<Role, string>();
beforeAll(async () => {
  install = await openTestInstall({
    environment: { IPPO_BASE_URL: base, IPPO_TRUSTED_PROXIES: 'loopback' },
  });
  const { port } = new URL(install.origin);
  hosts = {
    right: { host: 'ippo.example.com', own: base },
    loopback: { host: `localhost:${port}`, own: `http://localhost:${port}` },
    wrong: { host: 'evil.example', own: 'http://evil.example' },
  };
  for (const role of roles) cookies.set(role, await install.signIn(role));
});
afterAll(() => install.close());

let addresses = 0;
function nextAddress(): string {
  addresses += 1;
  return `10.${addresses >> 16}.${(addresses >> 8) & 255}.${addresses & 255}`;
}

type Case = {
  visitor: Role | null;
  origin: (typeof origins)[number];
  host: keyof typeof hosts;
};

/** What must come of it: a refusal by its code, or `reached`, whatever the route then says. */
function expected({ method, permission }: Route, { visitor, origin, host }: Case): string {
  if (host === 'wrong') return 'host-refused';
  if (method !== 'GET' && origin !== 'own') return 'origin-refused';
  if (may(visitor, permission)) return 'reached';
  return visitor === null ? 'sign-in-required' : 'forbidden';
}

async function found(route: Route, { visitor, origin, host }: Case): Promise<string> {
  const to = hosts[host];
  const from = { own: to.own, other: 'https://other.example', null: 'null', none: '' }[origin];
  const answer = await sendRaw(install.origin, {
    ...{ method: route.method, path: addressOf(route) },
    headers: {
      host: to.host,
      // Each from an address of its own: limits of addresses have a test of their own.
      'x-forwarded-for': nextAddress(),
      ...(from && { origin: from }),
      ...(visitor && { cookie: cookies.get(visitor) ?? '' }),
    },
    ...(route.method !== 'GET' && { body: {} }),
  });
  const refusals = ['host-refused', 'origin-refused', 'sign-in-required', 'forbidden'];
  const inner = route.kind === 'sign-in' ? refusals.slice(0, 2) : refusals;
  return inner.includes(answer.code ?? '') ? (answer.code ?? '') : 'reached';
}

/** A route that was reached may have ended the session that reached it. */
async function renew(role: Role): Promise<void> {
  const cookie = cookies.get(role) ?? '';
  const { status } = await install.send('get', '/api/session', cookie);
  if (status === 200) return;
  const email = `${role}@example.com`;
  const body = { email, password };
  const answer = await install.send('post', '/api/auth/sign-in/email').send(body);
  cookies.set(role, String(answer.headers['set-cookie']).split(';')[0] ?? '');
}

describe('route × visitor × origin × host', () => {
  const counts = new Map<string, number>();
  afterAll(() => {
    const sum = [...counts.values()].reduce((all, count) => all + count, 0);
    const table = [...counts].map(([result, count]) => `${result} ${count}`).join(', ');
    process.stdout.write(`matrix: ${everyRoute.length} routes, ${sum} cases: ${table}\n`);
  });

  test('has every route, each with a permission', () => {
    expect(everyRoute.length).toBeGreaterThanOrEqual(24);
    expect(everyRoute.every(({ permission }) => permission in permissions)).toBe(true);
    expect(new Set(everyRoute.map(({ method, path }) => `${method} ${path}`)).size).toBe(
      everyRoute.length,
    );
  });

  test.each(everyRoute)('$name: $permission decides', async (route) => {
    const wrong: string[] = [];
    for (const visitor of visitors)
      for (const host of ['wrong', 'loopback', 'right'] as const)
        // What is refused comes first: what is let in may change something.
        for (const origin of ['none', 'null', 'other', 'own'] as const) {
          const one = { visitor, origin, host };
          const result = await found(route, one);
          const right = expected(route, one);
          counts.set(right, (counts.get(right) ?? 0) + 1);
          if (result !== right)
            wrong.push(`${visitor ?? 'stranger'}, ${origin} origin, ${host} host: ${result}`);
          if (visitor && route.method !== 'GET' && right === 'reached') await renew(visitor);
        }

    expect(wrong).toEqual([]);
  });

  test('a made-up or altered cookie is nobody', async () => {
    await renew('owner');
    const cookie = cookies.get('owner') ?? '';
    const [name] = cookie.split('=');

    const made = await install.send('get', '/api/session', `${name}=abc.def`);
    const altered = await install.send('get', '/api/session', `${cookie.slice(0, -6)}AAAAAA`);

    expect([made.status, altered.status]).toEqual([401, 401]);
  });
});
