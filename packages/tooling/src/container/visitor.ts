import { setTimeout as pause } from 'node:timers/promises';
import type { Scan, Storage } from '@ippo/contracts';

const owner = { email: 'owner@example.com', password: 'correct horse battery' };
const scannedWithin = 90_000;

/** The owner, with a session at one server. */
export type Visitor = {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
  /** The bytes of a file that is made on asking. */
  file(path: string, body: object): Promise<Buffer>;
};

/** Opens the setup link's page, and sets up the owner with it. */
export async function setUp(origin: string, said: string): Promise<Visitor> {
  const token = /\/setup#token=(\S+)/.exec(said)?.[1];
  if (token === undefined) throw new Error(`no setup link was printed: ${said}`);
  const page = await fetch(`${origin}/setup`);
  const html = await page.text();
  if (page.status !== 200 || !html.includes('<script type="module"'))
    throw new Error(`the setup page answers ${page.status}: ${html.slice(0, 300)}`);
  const script = /src="(\/[^"]+\.js)"/.exec(html)?.[1] ?? '/missing';
  const { status } = await fetch(`${origin}${script}`);
  if (status !== 200) throw new Error(`the page's script ${script} answers ${status}`);
  await send(origin, '/setup', '', { token, name: 'Owner', ...owner });
  return signIn(origin);
}

/** Signs the owner in. */
export async function signIn(origin: string): Promise<Visitor> {
  const answer = await send(origin, '/auth/sign-in/email', '', owner);
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return {
    async get<T>(path: string) {
      return (await (await send(origin, path, cookie)).json()) as T;
    },
    async post<T>(path: string, body: object) {
      return (await (await send(origin, path, cookie, body)).json()) as T;
    },
    async file(path: string, body: object) {
      return Buffer.from(await (await send(origin, path, cookie, body)).arrayBuffer());
    },
  };
}

/** Waits until one of the last scans is as asked. */
export async function scanThat(visitor: Visitor, is: (scan: Scan) => boolean): Promise<Scan> {
  let scans: Scan[] = [];
  for (const began = Date.now(); Date.now() - began < scannedWithin; await pause(150)) {
    ({ scans } = await visitor.get<{ scans: Scan[] }>('/scans'));
    const found = scans.find(is);
    if (found) return found;
  }
  throw new Error(
    `no scan became so: ${JSON.stringify(scans.map(({ id, status }) => [id, status]))}`,
  );
}

/** Makes a backup and waits until the server lists it; its name. */
export async function backUp(visitor: Visitor): Promise<string> {
  const { name } = await visitor.post<{ name: string }>('/storage/backups', {});
  const { backups } = await visitor.get<Storage>('/storage');
  if (!backups.some((backup) => backup.name === name)) throw new Error(`${name} is not listed`);
  return name;
}

async function send(origin: string, path: string, cookie: string, body?: object) {
  const answer = await fetch(`${origin}/api${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { origin, cookie, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}
