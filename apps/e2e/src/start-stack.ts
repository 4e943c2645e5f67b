import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const startWithin = 60_000;

/** Starts the real server on a free port with an empty data folder; stops it when all is done. */
export default async function startStack(): Promise<() => Promise<void>> {
  buildWebIfMissing();
  const folder = mkdtempSync(join(tmpdir(), 'ippo-e2e-'));
  const port = await freePort();
  const server = spawn(process.execPath, [join(root, 'apps/api/src/main.ts')], {
    env: {
      ...cleanEnvironment(),
      IPPO_PORT: String(port),
      IPPO_DATA_DIR: folder,
      // Journeys may say from which address they come, as behind a proxy.
      IPPO_TRUSTED_PROXIES: 'loopback',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: join(folder, 'no-config'),
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'no-credentials'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.env.IPPO_E2E_SETUP = await setupAddress(server);
  process.env.IPPO_E2E_BASE = `http://127.0.0.1:${port}`;
  process.env.IPPO_E2E_STATE = join(folder, 'signed-in.json');
  return async () => {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('close', resolve));
    rmSync(folder, { recursive: true, force: true });
  };
}

export function buildWebIfMissing(): void {
  const web = join(root, 'apps/web');
  if (existsSync(join(web, 'dist/index.html'))) return;
  const built = spawnSync(join(web, 'node_modules/.bin/vite'), ['build'], {
    cwd: web,
    stdio: 'inherit',
  });
  if (built.status !== 0) throw new Error('the page could not be built');
}

/** Nobody's AWS account is asked by a test, and no setting of another install applies. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([key]) => !/^(?:AWS|IPPO)_/.test(key));
  return Object.fromEntries(entries);
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** The setup link as the server prints it; an early end shows what it said instead. */
export function setupAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(
      () => reject(new Error(`no setup link in time:\n${said}`)),
      startWithin,
    );
    function listen(part: Buffer): void {
      said += part.toString();
      const link = /http:\S+\/setup#token=\S+/.exec(said)?.[0];
      if (link === undefined) return;
      clearTimeout(late);
      resolve(link);
    }
    server.stdout?.on('data', listen);
    server.stderr?.on('data', (part: Buffer) => (said += part.toString()));
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
  });
}
