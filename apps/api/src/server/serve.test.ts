import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Scan } from '@ippo/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000 });

const main = path.resolve(import.meta.dirname, '../main.ts');
const password = 'correct horse battery';
const started = new Set<ChildProcess>();
let folder: string;
let taken: Server;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ippo-serve-'));
  taken = createServer();
  await new Promise<void>((resolve) => void taken.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
});
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the program with nothing of this machine's AWS settings. */
function launch(settings: Record<string, string>) {
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'],
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
      AWS_CONFIG_FILE: '/nonexistent',
      IPPO_PORT: '0',
      IPPO_DATA_DIR: path.join(folder, 'data'),
      ...settings,
    },
  });
  started.add(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const code = new Promise<number | null>((resolve) => void child.on('close', resolve));
  return { child, said, code };
}

async function says(program: ReturnType<typeof launch>, words: RegExp): Promise<RegExpExecArray> {
  for (;;) {
    const found = words.exec(program.said.out);
    if (found) return found;
    if (program.child.exitCode !== null) throw new Error(`it ended: ${program.said.err}`);
    await pause(50);
  }
}

async function call<T>(
  origin: string,
  address: string,
  { body, cookie = '' }: { body?: object; cookie?: string } = {},
): Promise<{ data: T; cookie: string }> {
  const response = await fetch(`${origin}${address}`, {
    method: body ? 'POST' : 'GET',
    headers: { origin, cookie, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const set = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
  return { data: (await response.json()) as T, cookie: set };
}

function oneLine(text: string): boolean {
  return /^ippo: [^\n]+\n$/.test(text);
}

describe('a start that cannot go well ends with one line and exit 2', () => {
  test('a wrong setting, by its name', async () => {
    const program = launch({ IPPO_PORT: 'eighty' });

    expect(await program.code).toBe(2);
    expect(oneLine(program.said.err)).toBe(true);
    expect(program.said.err).toContain('IPPO_PORT');
    expect(program.said.out).toBe('');
  });

  test('an endpoint elsewhere that nobody allowed', async () => {
    const program = launch({ AWS_ENDPOINT_URL: 'https://aws.example.com' });

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
    const first = launch({});
    const [, origin = ''] = await says(first, /Ippo runs at (\S+)/);
    const [, token] = await says(first, /\/setup#token=(\S+)/);
    await says(first, /No AWS credentials found: the demo is offered/);

    const second = launch({});
    const secondCode = await second.code;
    const owner = { token, name: 'Aiko', email: 'aiko@example.com', password };
    await call(origin, '/api/setup', { body: owner });
    const signIn = { email: owner.email, password };
    const { cookie } = await call(origin, '/api/auth/sign-in/email', { body: signIn });
    const { data: scan } = await call<Scan>(origin, '/api/scans', {
      body: { target: 'demo' },
      cookie,
    });
    await pause(700);
    const { data: running } = await call<Scan>(origin, `/api/scans/${scan.id}`, { cookie });
    first.child.kill('SIGKILL');
    await first.code;

    const third = launch({});
    const [, next = ''] = await says(third, /Ippo runs at (\S+)/);
    const { data: list } = await call<{ scans: Scan[] }>(next, '/api/scans', { cookie });
    third.child.kill('SIGTERM');
    const stopping = performance.now();
    const thirdCode = await third.code;

    expect(secondCode).toBe(2);
    expect(oneLine(second.said.err)).toBe(true);
    expect(second.said.err).toMatch(/Another Ippo uses the data folder .*IPPO_DATA_DIR/);
    expect(running.status).toBe('running');
    expect(list.scans.map(({ status }) => status === 'interrupted')).toEqual([false, true]);
    expect(list.scans[1]?.id).toBe(scan.id);
    expect(third.said.out).not.toContain('/setup#token=');
    expect(thirdCode).toBe(0);
    expect(performance.now() - stopping).toBeLessThan(10_000);
    expect(first.said.err + third.said.err).toBe('');
    const secret = statSync(path.join(folder, 'data', 'session-secret'));
    expect(secret.mode & 0o777).toBe(0o600);
  });
});
