import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Problem, Scan } from '@ippo/contracts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  becomeOwner,
  call,
  killLaunched,
  launch,
  nobody,
  says,
  type Launched,
} from '../testing/launched-program.ts';

const isRoot = process.getuid?.() === 0;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ippo-harm-'));
});
afterEach(() => {
  killLaunched();
  rmSync(folder, { recursive: true, force: true });
});

async function addressOf(program: Launched): Promise<string> {
  const [, address = ''] = await says(program, /runs at (\S+)/);
  return address;
}

async function scanned(origin: string, cookie: string, id: string): Promise<Scan> {
  for (;;) {
    const { data } = await call<Scan>(origin, `/api/scans/${id}`, { cookie });
    if (data.finishedAt !== null) return data;
    await pause(200);
  }
}

/** Mounts a small disk of its own; false where this machine does not let us. */
function mountSmallDisk(where: string): boolean {
  try {
    mkdirSync(where, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=110m', 'tmpfs', where], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!isRoot)('a disk', () => {
  test('that is full is said so, and what was stored stays readable', async (context) => {
    const disk = path.join(folder, 'disk');
    if (!mountSmallDisk(disk)) return context.skip('no disk can be mounted here');
    try {
      const program = launch({ IPPO_DATA_DIR: path.join(disk, 'data') });
      const origin = await addressOf(program);
      const cookie = await becomeOwner(program, origin);
      const begun = await call<Scan>(origin, '/api/scans', { cookie, body: { target: 'demo' } });
      const first = await scanned(origin, cookie, begun.data.id);
      fill(path.join(disk, 'other-people'));

      const refused = await untilRefused(origin, cookie);
      const report = await call<{ scan: Scan }>(origin, '/api/reports/latest', { cookie });
      rmSync(path.join(disk, 'other-people'));
      const again = await call<Scan>(origin, '/api/scans', { cookie, body: { target: 'demo' } });

      expect(first.status).toBe('complete');
      expect(refused).toMatchObject({ status: 503, code: 'storage-failed' });
      expect(report.status).toBe(200);
      expect(report.data.scan.id).toBe(first.id);
      expect((await scanned(origin, cookie, again.data.id)).status).toBe('complete');
    } finally {
      killLaunched();
      await pause(300);
      execFileSync('umount', ['-l', disk]);
    }
  });

  test('that may not be written to ends the start with one line and exit 2', async () => {
    chmodSync(folder, 0o755);
    const data = path.join(folder, 'data');
    mkdirSync(data, { mode: 0o755 });

    const program = launch({ IPPO_DATA_DIR: data }, nobody);

    expect(await program.code).toBe(2);
    expect(program.said.err).toMatch(/^ippo: The data folder could not be written[^\n]+\n$/);
  });
});

describe('a machine that slept', () => {
  test('does not write beside who took the folder over meanwhile', async () => {
    const data = path.join(folder, 'data');
    const sleeper = launch({ IPPO_DATA_DIR: data });
    const origin = await addressOf(sleeper);
    await becomeOwner(sleeper, origin);
    sleeper.child.kill('SIGSTOP');
    // As another container on the same volume would see it: a process that it cannot know.
    writeFileSync(path.join(data, 'in-use.by'), '1 another-host');
    const second = launch({ IPPO_DATA_DIR: data });
    await addressOf(second);

    sleeper.child.kill('SIGCONT');

    expect(await sleeper.code).toBe(1);
    expect(sleeper.said.err).toContain('no longer ours');
    expect(second.child.exitCode).toBeNull();
  });
});

function fill(file: string): void {
  try {
    execFileSync('dd', ['if=/dev/zero', `of=${file}`, 'bs=64k'], { stdio: 'ignore' });
  } catch {
    // It ends when nothing more fits: that is what it is for.
  }
}

/** Pages that are half-full still take a few rows: writes until one is refused. */
async function untilRefused(origin: string, cookie: string): Promise<Problem> {
  const name = 'x'.repeat(60);
  for (let count = 0; count < 2_000; count += 1) {
    const body = { name: `${name} ${count}` };
    const { status, data } = await call<Problem>(origin, '/api/connections', { cookie, body });
    if (status >= 500) return data;
  }
  throw new Error('nothing was refused');
}
