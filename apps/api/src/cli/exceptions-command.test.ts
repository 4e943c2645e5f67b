import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dayIn } from '@ippo/contracts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bareEnvironment } from '../testing/bare-environment.ts';
import { becomeOwner, call, killLaunched, launch, says } from '../testing/launched-program.ts';

// Each step starts a process of its own, which a busy machine may hold up.
const program = path.join(import.meta.dirname, 'ippo.ts');
const person = 'aiko@example.com';
const day = dayIn('Asia/Tokyo', new Date(Date.now() + 30 * 86_400_000));
let folder: string;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ippo-exceptions-'));
  file = path.join(folder, 'risks.yaml');
  const launched = launch({ IPPO_DATA_DIR: path.join(folder, 'data') });
  const [, origin = ''] = await says(launched, /Ippo runs at (\S+)/);
  const cookie = await becomeOwner(launched, origin);
  const body = { target: 'demo' };
  const { data } = await call<{ id: string }>(origin, '/api/scans', { body, cookie });
  for (;;) {
    const scan = await call<{ finishedAt: string | null }>(origin, `/api/scans/${data.id}`, {
      cookie,
    });
    if (scan.data.finishedAt !== null) break;
    await pause(200);
  }
  launched.child.kill('SIGTERM');
  await launched.code;
});
afterEach(() => killLaunched());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function ippo(...args: string[]): Promise<{ status: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const env = { ...bareEnvironment, IPPO_DATA_DIR: path.join(folder, 'data') };
    const child = spawn(process.execPath, [program, 'exceptions', ...args], { env });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => (err += String(chunk)));
    child.on('close', (status) => resolve({ status, out, err }));
  });
}

function written(reason: string): string {
  return [
    ...['format: ippo-exceptions-1', 'source: simulated', 'exceptions:'],
    ...['  - check: iam-user-mfa', '    account: 111122223333', '    regions: all'],
    ...['    resource: all', `    reason: ${reason}`, '    owner: infra-admin'],
    ...[`    lastDay: ${day}`, '    zone: Asia/Tokyo', ''],
  ].join('\n');
}

test('a file is tried, taken in once in somebody’s name, and comes out as it went in', async () => {
  writeFileSync(file, written('short'));
  const wrong = await ippo('import', file, '--as', person, '--lang', 'ja');
  writeFileSync(file, written('Keys for everybody follow.'));
  const tried = await ippo('import', file, '--as', person, '--dry-run');
  const taken = await ippo('import', file, '--as', person.toUpperCase());
  const again = await ippo('import', file, '--as', person);
  const out = path.join(folder, 'out.yaml');
  const exported = await ippo('export', out);

  expect(wrong).toMatchObject({ status: 1, err: '' });
  expect(wrong.out).toContain('8 行目：「reason」の値が正しくありません。形式：10〜2,000 文字');
  expect([tried.status, tried.out]).toEqual([
    0,
    'Nothing was changed. 1 of 1 entries would be taken in; 0 would wait for a second person.\n',
  ]);
  expect(taken.out).toBe('1 of 1 entries taken in; 0 wait for a second person.\n');
  expect(again.out).toContain('Line 4: This exception is there already; it is left as it is.');
  expect(again.out).toContain('0 of 1 entries taken in');
  expect(exported.out).toBe(`1 accepted risks written to ${out}.\n`);
  expect(readFileSync(out, 'utf8')).toContain('owner: infra-admin');
  const copy = await ippo('import', out, '--as', person, '--dry-run');
  expect(copy.out).toContain('already-there');
});

test('nobody accepts a risk who is not there, and no file is no file', async () => {
  writeFileSync(file, written('Keys for everybody follow.'));
  const nobody = await ippo('import', file, '--as', 'nobody@example.com');
  const missing = await ippo('import', path.join(folder, 'none.yaml'), '--as', person);

  expect([nobody.status, missing.status]).toEqual([2, 2]);
  expect(nobody.err).toContain('Nobody signs in with nobody@example.com');
  expect(missing.err).toContain('ENOENT');
});
