import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, describe, test, vi } from 'vitest';
import { lockFolder } from './folder-lock.ts';

let folder: string;
let lockFile: string;
let ownerFile: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ippo-lock-'));
  lockFile = path.join(folder, 'in-use.lock');
  ownerFile = path.join(folder, 'in-use.by');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What another process does to take a folder whose lock went stale; its entry may get the same inode. */
function takeOver(): void {
  writeFileSync(ownerFile, '1 another-host');
}

describe('a folder', () => {
  test('is one process’s own until it gives it back', async () => {
    const onLost = vi.fn();
    const held = await lockFolder(folder, onLost);

    expect(held.check).not.toThrow();
    expect(existsSync(lockFile)).toBe(true);
    await held.release();

    expect(existsSync(lockFile)).toBe(false);
    const next = await lockFolder(folder, onLost);
    await next.release();
    expect(onLost).not.toHaveBeenCalled();
  });

  test('is noticed to be lost before the next statement, whatever entry the lock is', async () => {
    const onLost = vi.fn();
    const held = await lockFolder(folder, onLost);

    takeOver();

    expect(held.check).toThrow(expect.objectContaining({ code: 'folder-in-use' }));
    expect(onLost).toHaveBeenCalledTimes(1);
    rmSync(lockFile, { recursive: true });
  });

  test('is left to whoever took it, also where its owner of before stops', async () => {
    const held = await lockFolder(folder, vi.fn());
    takeOver();

    await held.release();

    expect(existsSync(lockFile)).toBe(true);
    expect(readFileSync(ownerFile, 'utf8')).toBe('1 another-host');
    rmSync(lockFile, { recursive: true });
  });

  test('is left to whoever took it, also where its owner of before just ends', async () => {
    const holder = new URL('../testing/hold-folder.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [holder, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    takeOver();

    child.stdin.end();
    const [code] = await once(child, 'close');

    expect(code).toBe(1);
    expect(existsSync(lockFile)).toBe(true);
  });
});
