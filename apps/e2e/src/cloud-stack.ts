import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanEnvironment, freePort, setupAddress } from './start-stack.ts';

const script = join(import.meta.dirname, '../../api/src/testing/serve-cloud.ts');

/** A role of the cloud in memory: what its trust asks for, and what its account refuses to tell. */
export type CloudRole = {
  arn: string;
  asks: { externalId: string } | 'any-external-id' | 'nothing';
  refuses?: readonly string[];
};

/** A server of its own in a cloud of several accounts, of which roles can be assumed. */
export type CloudStack = {
  origin: string;
  /** Where its owner is set up. */
  setup: string;
  /** From now on there are these roles and no others. */
  haveRoles(roles: readonly CloudRole[]): Promise<void>;
  stop(): Promise<void>;
};

/** Starts one with an empty data folder; this machine is the account 1111-2222-3333. */
export async function startCloudStack(): Promise<CloudStack> {
  const folder = mkdtempSync(join(tmpdir(), 'ippo-cloud-'));
  const port = await freePort();
  const control = await freePort();
  const server = spawn(process.execPath, [script, String(control)], {
    env: { ...cleanEnvironment(), IPPO_PORT: String(port), IPPO_DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const setup = await setupAddress(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    setup,
    async haveRoles(roles) {
      const answer = await fetch(`http://127.0.0.1:${control}/roles`, {
        method: 'POST',
        body: JSON.stringify(roles),
      });
      if (!answer.ok) throw new Error(`the cloud refused the roles: ${answer.status}`);
    },
    async stop() {
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
