import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { roles, type Role, type Scan } from '@ippo/contracts';

const password = 'correct horse battery';
const startWithin = 60_000;

/** A real server with one person of each role and a finished scan. */
export type IppoServer = {
  origin: string;
  /** Signs a person of a role in; the cookie. */
  signIn(role: Role): Promise<string>;
  /** Ids of what exists there, by the mark of an address that they fill. */
  known: { scan: string; person: string };
  stop(): Promise<void>;
};

/** Starts our server as its own process on a free port, with an empty folder and no AWS credentials. */
export async function startIppo(root: string): Promise<IppoServer> {
  const folder = mkdtempSync(join(tmpdir(), 'ippo-referee-'));
  const { child, said } = launch(root, folder);
  async function stop(): Promise<void> {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('close', resolve));
    }
    rmSync(folder, { recursive: true, force: true });
  }
  try {
    const [, origin = '', token = ''] = await waitFor(child, said, /(http:\S+)\/setup#token=(\S+)/);
    const signIn = (role: Role) => signInAs(origin, role);
    await post(origin, '/setup', '', { token, name: 'owner', email: emailOf('owner'), password });
    const owner = await signIn('owner');
    for (const role of roles) if (role !== 'owner') await letIn(origin, owner, role);
    const known = { scan: await scanDemo(origin, owner), person: await viewerId(origin, owner) };
    return { origin, signIn, known, stop };
  } catch (error) {
    await stop();
    throw new Error(`the server did not get ready: ${said.text.slice(-4000)}`, { cause: error });
  }
}

function launch(root: string, folder: string) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:AWS|IPPO)_/.test(name));
  const child = spawn(join(root, 'node_modules/.bin/node'), ['apps/api/src/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...Object.fromEntries(inherited),
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: join(folder, 'no-config'),
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'no-credentials'),
      IPPO_PORT: '0',
      IPPO_DATA_DIR: join(folder, 'data'),
      IPPO_REQUESTS_A_MINUTE: '1000000',
    },
  });
  const said = { text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said.text += chunk.toString('utf8')));
  return { child, said };
}

async function waitFor(child: ChildProcess, said: { text: string }, words: RegExp) {
  for (let waited = 0; waited < startWithin; waited += 100) {
    const found = words.exec(said.text);
    if (found) return found;
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    await sleep(100);
  }
  throw new Error('it did not say where it runs');
}

/** By an invitation, as a real person would. */
async function letIn(origin: string, owner: string, role: Role): Promise<void> {
  const until = new Date(Date.now() + 24 * 60 * 60 * 1_000).toISOString();
  const access = role === 'auditor' ? { role, until, accounts: ['111122223333'] } : { role };
  const { body } = await post(origin, '/team/invites', owner, { email: emailOf(role), access });
  const { link } = body as { link: string };
  const token = link.split('#token=')[1];
  await post(origin, '/invites/accept', '', { token, name: role, password });
}

async function signInAs(origin: string, role: Role): Promise<string> {
  const given = { email: emailOf(role), password };
  const { cookie } = await post(origin, '/auth/sign-in/email', '', given);
  if (cookie === '') throw new Error(`the ${role} cannot sign in`);
  return cookie;
}

async function scanDemo(origin: string, owner: string): Promise<string> {
  const { body } = await post(origin, '/scans', owner, { target: 'demo' });
  const { id } = body as Scan;
  for (let waited = 0; waited < startWithin; waited += 250) {
    const scan = await get<Scan>(origin, `/scans/${id}`, owner);
    if (scan.finishedAt !== null) return id;
    await sleep(250);
  }
  throw new Error('the demo was not scanned within a minute');
}

async function viewerId(origin: string, owner: string): Promise<string> {
  const team = await get<{ people: { id: string; role: Role }[] }>(origin, '/team', owner);
  return team.people.find(({ role }) => role === 'viewer')?.id ?? '';
}

async function get<T>(origin: string, path: string, cookie: string): Promise<T> {
  const answer = await fetch(`${origin}/api${path}`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`GET ${path}: ${answer.status}`);
  return (await answer.json()) as T;
}

async function post(origin: string, path: string, cookie: string, body: object) {
  const answer = await fetch(`${origin}/api${path}`, {
    method: 'POST',
    headers: { origin, cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
  const set = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { body: await answer.json(), cookie: set };
}

function emailOf(role: Role): string {
  return `${role}@example.com`;
}
