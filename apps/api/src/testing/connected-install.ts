import { setTimeout as pause } from 'node:timers/promises';
import { simulatedCloud, type AssumableRole } from '@ippo/collectors';
import { account as simulatedAccount } from '@ippo/collectors/simulator';
import type { Connection, Scan } from '@ippo/contracts';
import { readAuditLog } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { openTestInstall, type TestInstall } from './test-install.ts';

/** The account of the install itself. */
export const own = '111122223333';
/** In no organization of the other's: whatever names it is its own. */
export const member = '777788889999';
export const roleArn = `arn:aws:iam::${member}:role/ippo-readonly`;

const time = new Date('2026-11-16T03:00:00.000Z');
const scanner = {
  ...simulatedAccount({ now: time, name: 'own', account: own, people: 2 }),
  caller: `arn:aws:sts::${own}:assumed-role/Scanner/i-0abc`,
};
const behind = simulatedAccount({ now: time, name: 'member', account: member, people: 2 });

/** An install in a cloud in memory, with its owner signed in. */
export type ConnectedInstall = Awaited<ReturnType<typeof openConnectedInstall>>;

/** Opens one on an emptied store; `roles` holds the one role that trusts it, to be changed or deleted. */
export async function openConnectedInstall(store: Store) {
  const roles: AssumableRole[] = [];
  const access = simulatedCloud({ machine: scanner, roles, limits: { attempts: 1 } });
  const install: TestInstall = await openTestInstall({ access, store });
  const owner = await install.signIn('owner');

  async function post(path: string, body: object = {}, cookie = owner) {
    const answer = await install.send('post', `/api${path}`, cookie).send(body);
    return { status: answer.status, code: answer.body.code, body: answer.body };
  }

  async function get(path: string, cookie = owner) {
    const answer = await install.send('get', `/api${path}`, cookie);
    return { status: answer.status, code: answer.body.code, body: answer.body };
  }

  async function list(cookie = owner): Promise<Connection[]> {
    return (await get('/connections', cookie)).body.connections;
  }

  /** A draft whose role asks for its external id, or for what is said. */
  async function draft(asks?: AssumableRole['asks'], arn = roleArn): Promise<Connection> {
    const { body } = await post('/connections', { name: 'Production' });
    const world = { ...behind, account: arn.split(':')[4] ?? '' };
    const asked = asks ?? { externalId: String(body.externalId) };
    roles.splice(0, roles.length, { arn, world, asks: asked });
    await post(`/connections/${body.id}/role`, { roleArn: arn });
    return body;
  }

  return {
    ...{ install, owner, roles, machine: scanner, post, get, list, draft },
    async one(id: string): Promise<Connection | undefined> {
      return (await list()).find((connection) => connection.id === id);
    },
    /** A connection that passed its test. */
    async connected(arn = roleArn): Promise<Connection> {
      const { id } = await draft(undefined, arn);
      const { body, status } = await post(`/connections/${id}/test`);
      if (status !== 200) throw new Error(`the test of a connection ended in ${body.code}`);
      return body;
    },
    /** A scan from its start to its end. */
    async scanned(target: string): Promise<Scan> {
      const { body, status } = await post('/scans', { target });
      if (status !== 200) throw new Error(`a scan did not start: ${body.code}`);
      for (;;) {
        const scan: Scan = (await get(`/scans/${body.id}`)).body;
        if (scan.finishedAt !== null) return scan;
        await pause(50);
      }
    },
    /** What the audit log says of connections, oldest first. */
    async audited(): Promise<[string, Record<string, string>][]> {
      const rows = await readAuditLog(install.services.db);
      return rows
        .filter(({ action }) => action.startsWith('connection.'))
        .map(({ action, detail }) => [action, detail]);
    },
  };
}
