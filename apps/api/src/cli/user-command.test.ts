import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bareEnvironment } from '../testing/bare-environment.ts';
import { codeOf } from '../testing/authenticator-app.ts';
import {
  becomeOwner,
  call,
  killLaunched,
  launch,
  ownerPassword,
  says,
  type Launched,
} from '../testing/launched-program.ts';

// Each step starts a process of its own, which a busy machine may hold up.
const program = path.join(import.meta.dirname, 'ippo.ts');
const email = 'aiko@example.com';
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ippo-user-'));
  const server = await serve();
  const cookie = await becomeOwner(server.program, server.origin);
  await turnOnSecondFactor(server.origin, cookie);
  await stop(server.program);
});
afterEach(() => killLaunched());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function serve(): Promise<{ program: Launched; origin: string }> {
  const launched = launch({ IPPO_DATA_DIR: folder });
  const [, origin = ''] = await says(launched, /Ippo runs at (\S+)/);
  return { program: launched, origin };
}

async function stop({ child, code }: Launched): Promise<void> {
  child.kill('SIGTERM');
  await code;
}

async function turnOnSecondFactor(origin: string, cookie: string): Promise<void> {
  const address = '/api/profile/second-factor';
  const body = { password: ownerPassword };
  const { data } = await call<{ uri: string }>(origin, address, { body, cookie });
  await call(origin, `${address}/confirm`, { body: { code: codeOf(data.uri) }, cookie });
}

function user(
  args: string[],
  data = folder,
): Promise<{ status: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const env = { ...bareEnvironment, IPPO_DATA_DIR: data };
    const child = spawn(process.execPath, [program, 'user', ...args], { env });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => (err += String(chunk)));
    child.on('close', (status) => resolve({ status, out, err }));
  });
}

describe('ippo user', () => {
  test('lists who may sign in', async () => {
    const { status, out } = await user(['list']);
    const japanese = await user(['list', '--lang', 'ja']);

    expect(status).toBe(0);
    expect(out).toMatch(
      /^aiko@example\.com {2}Aiko · Owner · authenticator app · last signed in 20/,
    );
    expect(japanese.out).toContain('Aiko · 所有者 · 認証アプリあり · 最終サインイン');
  });

  test('lets a locked-out owner in again by a link that works once, second factor or not', async () => {
    const { status, out } = await user(['reset', 'AIKO@example.com', '--remove-second-factor']);
    const token = /\/reset#token=([\w-]{43})\n/.exec(out)?.[1] ?? '';
    const { origin } = await serve();
    const password = 'another horse battery';

    const used = await call(origin, '/api/resets/use', { body: { token, password } });
    const again = await call(origin, '/api/resets/use', { body: { token, password } });
    const signIn = { email, password };
    const { data } = await call<{ user?: object }>(origin, '/api/auth/sign-in/email', {
      body: signIn,
    });

    expect([status, used.status, again.status]).toEqual([0, 200, 403]);
    expect(data.user).toMatchObject({ role: 'owner' });
  });

  test('says what stands in the way, in either language', async () => {
    const nobody = await user(['reset', 'nobody@example.com']);
    const noData = await user(['list', '--lang', 'ja'], path.join(folder, 'nothing-here'));
    await serve();
    const running = await user(['reset', email]);

    expect([nobody.status, noData.status, running.status]).toEqual([2, 2, 2]);
    expect(nobody.err).toContain('Nobody signs in with nobody@example.com');
    expect(noData.err).toContain('Ippo のデータがありません');
    expect(running.err).toContain('Another Ippo uses the data folder');
    expect(nobody.out + noData.out + running.out).toBe('');
  });
});
