import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Scan } from '@ippo/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { readEvents } from '../testing/event-stream.ts';
import {
  becomeOwner,
  call,
  killLaunched,
  launch,
  ownerPassword,
  says,
  type Launched,
} from '../testing/launched-program.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ippo-process-'));
});
afterEach(killLaunched);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the program with the log that an operator would keep. */
async function start(name: string): Promise<{ program: Launched; origin: string; cookie: string }> {
  const program = launch({ IPPO_DATA_DIR: path.join(folder, name), IPPO_LOG_LEVEL: 'info' });
  const [, origin = ''] = await says(program, /Ippo runs at (\S+)/);
  return { program, origin, cookie: await becomeOwner(program, origin) };
}

async function ended(origin: string, id: string, cookie: string): Promise<Scan> {
  for (;;) {
    const { data } = await call<Scan>(origin, `/api/scans/${id}`, { cookie });
    if (data.finishedAt !== null) return data;
    await pause(100);
  }
}

describe('SIGTERM', () => {
  test('ends the process within ten seconds, with streams open and a scan running', async () => {
    const { program, origin, cookie } = await start('stop');
    const streams = [1, 2, 3].map(() => readEvents(`${origin}/api/events`, cookie));
    const answers = await Promise.all(streams.map(({ answer }) => answer));
    const { data: scan } = await call<Scan>(origin, '/api/scans', {
      ...{ body: { target: 'demo' }, cookie },
    });
    const running = ({ id, status }: Scan) => id === scan.id && status === 'running';
    await vi.waitFor(() => expect(streams.every(({ scans }) => scans().some(running))).toBe(true), {
      timeout: 60_000,
      interval: 5,
    });

    const began = performance.now();
    program.child.kill('SIGTERM');
    const code = await program.code;
    const took = performance.now() - began;

    await Promise.allSettled(streams.map((stream) => stream.ended));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(streams.map(({ scans }) => scans().at(-1)?.status)).not.toContain('complete');
    expect(code).toBe(0);
    expect(took).toBeLessThan(10_000);
    expect(program.said.err).toBe('');
  });
});

describe('the log at level info', () => {
  test('tells what happened, but nothing of accounts, people and secrets', async () => {
    const { program, origin, cookie } = await start('log');
    const ben = 'ben.tanaka@example.com';
    await call(origin, '/api/auth/sign-in/email', { body: { email: ben, password: 'no' } });
    const { data: invited } = await call<{ link: string }>(origin, '/api/team/invites', {
      ...{ body: { email: ben, access: { role: 'viewer' } }, cookie },
    });
    const token = invited.link.split('#token=')[1] ?? '';
    const joining = { token, name: '田中 ベン', password: 'a new and long password' };
    await call(origin, '/api/invites/accept', { body: joining });
    const { cookie: his } = await call(origin, '/api/auth/sign-in/email', {
      body: { email: ben, password: joining.password },
    });
    const { data: scan } = await call<Scan>(origin, '/api/scans', {
      ...{ body: { target: 'demo' }, cookie },
    });
    const { account } = await ended(origin, scan.id, cookie);
    await call(origin, `/api/reports/latest?account=${account}`, { cookie: his });
    await fetch(`${origin}/accounts/${account}?token=${token}`);
    await call(origin, '/api/preflight?target=aws', { cookie });

    program.child.kill('SIGTERM');
    await program.code;

    const { out, err } = program.said;
    const lines = (out + err).split('\n').filter((line) => line.startsWith('{'));
    const log = lines.join('\n');
    const secrets = [
      ...[String(account), token, ben, 'aiko@example.com', '田中', 'Aiko', 'arn:aws'],
      ...[ownerPassword, joining.password, cookie.split('=')[1], his.split('=')[1]],
      ...['session_token', 'password'],
    ];
    expect(account).toMatch(/^\d{12}$/);
    expect(his).toContain('session_token');
    expect(log).toContain('"route":"/api/team/invites"');
    expect(log).toContain('"route":"/api/reports/latest"');
    expect(log).toContain('"statusCode":401');
    expect(secrets.filter((secret) => secret === undefined || log.includes(secret))).toEqual([]);
    expect(log).not.toMatch(/(?<!\d)\d{12}(?!\d)/);
  });
});
