import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Scan } from '@ippo/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { becomeOwner, call, killLaunched, launch, says } from '../testing/launched-program.ts';

let folder: string;
let data: string;
let taken: Server;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ippo-serve-'));
  data = path.join(folder, 'data');
  taken = createServer();
  await new Promise<void>((resolve) => void taken.listen(0, '127.0.0.1', resolve));
});
afterEach(killLaunched);
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

function oneLine(text: string): boolean {
  return /^ippo: [^\n]+\n$/.test(text);
}

/** Waits until a scan waits no longer; its status then. */
async function begun(origin: string, id: string, cookie: string): Promise<Scan['status']> {
  for (;;) {
    const { data } = await call<Scan>(origin, `/api/scans/${id}`, { cookie });
    if (data.status !== 'waiting') return data.status;
    await pause(20);
  }
}

describe('a start that cannot go well ends with one line and exit 2', () => {
  test('a wrong setting, by its name', async () => {
    const program = launch({ IPPO_DATA_DIR: data, IPPO_PORT: 'eighty' });

    expect(await program.code).toBe(2);
    expect(oneLine(program.said.err)).toBe(true);
    expect(program.said.err).toContain('IPPO_PORT');
    expect(program.said.out).toBe('');
  });

  test('an endpoint elsewhere that nobody allowed', async () => {
    const program = launch({ IPPO_DATA_DIR: data, AWS_ENDPOINT_URL: 'https://aws.example.com' });

    expect(await program.code).toBe(2);
    expect(oneLine(program.said.err)).toBe(true);
    expect(program.said.err).toContain('IPPO_ALLOW_ENDPOINT=aws.example.com');
  });

  test('a taken port, naming IPPO_PORT', async () => {
    const address = taken.address();
    const port = String(typeof address === 'object' ? address?.port : '');

    const program = launch({ IPPO_PORT: port, IPPO_DATA_DIR: path.join(folder, 'other') });

    expect(await program.code).toBe(2);
    expect(oneLine(program.said.err)).toBe(true);
    expect(program.said.err).toMatch(new RegExp(`Port ${port} is in use.*IPPO_PORT`));
  });

  test('a data folder that cannot be made', async () => {
    writeFileSync(path.join(folder, 'a-file'), '');

    const program = launch({ IPPO_DATA_DIR: path.join(folder, 'a-file', 'data') });

    expect(await program.code).toBe(2);
    expect(oneLine(program.said.err)).toBe(true);
  });
});

describe('a running install', () => {
  test('keeps its folder, survives kill -9 in mid-scan, and stops on SIGTERM', async () => {
    const first = launch({ IPPO_DATA_DIR: data });
    const [, origin = ''] = await says(first, /Ippo runs at (\S+)/);
    await says(first, /No AWS credentials found: the demo is offered/);

    const second = launch({ IPPO_DATA_DIR: data });
    const secondCode = await second.code;
    const cookie = await becomeOwner(first, origin);
    const { data: scan } = await call<Scan>(origin, '/api/scans', {
      body: { target: 'demo' },
      cookie,
    });
    const midway = await begun(origin, scan.id, cookie);
    first.child.kill('SIGKILL');
    await first.code;

    const third = launch({ IPPO_DATA_DIR: data });
    const [, next = ''] = await says(third, /Ippo runs at (\S+)/);
    const { data: list } = await call<{ scans: Scan[] }>(next, '/api/scans', { cookie });
    third.child.kill('SIGTERM');
    const stopping = performance.now();
    const thirdCode = await third.code;

    expect(secondCode).toBe(2);
    expect(oneLine(second.said.err)).toBe(true);
    expect(second.said.err).toMatch(/Another Ippo uses the data folder .*IPPO_DATA_DIR/);
    expect(midway).toBe('running');
    expect(list.scans.map(({ status }) => status === 'interrupted')).toEqual([false, true]);
    expect(list.scans[1]?.id).toBe(scan.id);
    expect(third.said.out).not.toContain('/setup#token=');
    expect(thirdCode).toBe(0);
    expect(performance.now() - stopping).toBeLessThan(10_000);
    expect(first.said.err + third.said.err).toBe('');
    const secret = statSync(path.join(data, 'session-secret'));
    expect(secret.mode & 0o777).toBe(0o600);
  });
});
