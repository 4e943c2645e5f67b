import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { bareEnvironment } from './bare-environment.ts';

const main = path.resolve(import.meta.dirname, '../main.ts');
export const ownerPassword = 'correct horse battery';
const running = new Set<ChildProcess>();

/** The program as its own process, with what it said so far. */
export type Launched = {
  child: ChildProcess;
  said: { out: string; err: string };
  /** Its exit status, null where a signal ended it. */
  code: Promise<number | null>;
};

/** A user who may write nowhere but where everybody may; only root can start a program as one. */
export const nobody = 65_534;

/**
 * Starts the program on any free port, with nothing of this machine's AWS settings; as another user by
 * number where one is given.
 */
export function launch(settings: Record<string, string>, uid?: number): Launched {
  const child = spawn(process.execPath, [main], {
    ...(uid !== undefined && { uid, gid: uid }),
    env: {
      ...bareEnvironment,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
      AWS_CONFIG_FILE: '/nonexistent',
      IPPO_PORT: '0',
      ...settings,
    },
  });
  running.add(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const code = new Promise<number | null>((resolve) => void child.on('close', resolve));
  return { child, said, code };
}

/** Kills what is left of all that was launched. */
export function killLaunched(): void {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
}

/** Waits until the program says something; throws where it ended instead. */
export async function says(program: Launched, words: RegExp): Promise<RegExpExecArray> {
  for (;;) {
    const found = words.exec(program.said.out);
    if (found) return found;
    if (program.child.exitCode !== null) throw new Error(`it ended: ${program.said.err}`);
    await pause(50);
  }
}

/** A request as a browser's page would send it; POST where it has a body. */
export async function call<T>(
  origin: string,
  address: string,
  { body, cookie = '' }: { body?: object; cookie?: string } = {},
): Promise<{ status: number; data: T; cookie: string }> {
  const response = await fetch(`${origin}${address}`, {
    method: body ? 'POST' : 'GET',
    headers: { origin, cookie, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const set = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
  return { status: response.status, data: (await response.json()) as T, cookie: set };
}

/** Sets up the owner with the link that a program printed, and signs in; the cookie. */
export async function becomeOwner(program: Launched, origin: string): Promise<string> {
  const [, token] = await says(program, /\/setup#token=(\S+)/);
  const email = 'aiko@example.com';
  const owner = { token, name: 'Aiko', email, password: ownerPassword };
  await call(origin, '/api/setup', { body: owner });
  const signIn = { email, password: ownerPassword };
  return (await call(origin, '/api/auth/sign-in/email', { body: signIn })).cookie;
}
