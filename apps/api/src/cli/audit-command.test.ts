import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordInAuditLog } from '../store/audit.ts';
import { openEmbeddedStore } from '../store/embedded-store.ts';
import { bareEnvironment } from '../testing/bare-environment.ts';

// Each step starts a process of its own, which a busy machine may hold up.
const program = path.join(import.meta.dirname, 'ippo.ts');
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ippo-audit-'));
  const store = await openEmbeddedStore({ folder: path.join(folder, 'database') });
  for (const subject of ['a', 'b', 'c'])
    await recordInAuditLog(store.db, {
      ...{ at: new Date('2026-11-20T09:00:00Z'), actor: null, action: 'scan.started', subject },
    });
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function verify(...args: string[]): Promise<{ status: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const env = { ...bareEnvironment, IPPO_DATA_DIR: folder };
    const child = spawn(process.execPath, [program, 'audit', 'verify', ...args], { env });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => (err += String(chunk)));
    child.on('close', (status) => resolve({ status, out, err }));
  });
}

test('an unbroken log is said to be so, and one that was altered is named by its row', async () => {
  const whole = await verify();
  const head = /[0-9a-f]{64}/.exec(whole.out)?.[0] ?? '';
  const known = await verify('--head', head);
  const other = await verify('--head', '0'.repeat(64));
  const wrong = await verify('--head', 'abc');
  const store = await openEmbeddedStore({ folder: path.join(folder, 'database') });
  await store.client.exec(`alter table audit_log disable trigger user;
    update audit_log set subject = 'x' where id = 2;
    alter table audit_log enable trigger user`);
  await store.close();
  const altered = await verify('--lang', 'ja');

  expect([whole.status, known.status, other.status, wrong.status, altered.status]).toEqual([
    ...[0, 0, 1, 2, 1],
  ]);
  expect(whole.out).toContain('The audit log is unbroken: 3 rows.');
  expect(other.out).toContain('--head');
  expect(altered.out).toContain('行 2（2026-11-20T09:00:00.000Z）');
  expect(altered.out).toContain('内容が変更されています');
  expect([whole.err, altered.err]).toEqual(['', '']);
});
