import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { owner } from './owner.ts';
import { cleanEnvironment, freePort } from './start-stack.ts';

const api = join(import.meta.dirname, '../../api/src');

/** A server of its own with twelve weeks of the demo behind it; its owner is the one of the journeys. */
export type WeeksStack = { origin: string; stop(): Promise<void> };

/** Seeds one and starts it. After a bad last week Regions are dark and GuardDuty reports a threat. */
export async function startWeeksStack(last: 'good' | 'bad'): Promise<WeeksStack> {
  const folder = mkdtempSync(join(tmpdir(), 'ippo-weeks-'));
  const person = [owner.name, owner.email, owner.password];
  const seeds = [join(api, 'testing/seed-weeks.ts'), folder, ...person, last];
  const seeded = spawnSync(process.execPath, seeds, { env: cleanEnvironment(), stdio: 'inherit' });
  if (seeded.status !== 0) throw new Error('the weeks could not be written');
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, [join(api, 'main.ts')], {
    env: {
      ...cleanEnvironment(),
      IPPO_PORT: String(port),
      IPPO_DATA_DIR: folder,
      // A test opens more pages in a minute than a person can.
      IPPO_REQUESTS_A_MINUTE: '1000000',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: join(folder, 'no-config'),
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'no-credentials'),
    },
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  for (let left = 300; left > 0 && !(await answers(origin)); left -= 1) await pause(100);
  return {
    origin,
    async stop() {
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(origin: string): Promise<boolean> {
  return fetch(`${origin}/api/status`).then(
    ({ ok }) => ok,
    () => false,
  );
}
