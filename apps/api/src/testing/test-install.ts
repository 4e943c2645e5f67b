import type { Server } from 'node:http';
import { simulatedSession, type SimulatedOptions } from '@ippo/collectors';
import type { Role } from '@ippo/contracts';
import { pino } from 'pino';
import request from 'supertest';
import { hashPassword, openAuth } from '../auth/auth.ts';
import { openSessionEnds } from '../auth/session-ends.ts';
import { readConfig } from '../config.ts';
import { buildApp } from '../http/app.ts';
import type { Services } from '../http/services.ts';
import { openScanBoard } from '../scan/scan-board.ts';
import { openScanQueue } from '../scan/scan-queue.ts';
import { openScanService } from '../scan/scan-service.ts';
import type { OpenTarget } from '../scan/scan-targets.ts';
import { addPerson } from '../store/people.ts';
import type { EmbeddedStore } from '../store/database.ts';
import { emptyStore, openMemoryStore } from './memory-store.ts';

export const password = 'correct horse battery';

/** A whole install in this process, on a database in memory, listening on a free loopback port. */
export type TestInstall = {
  services: Services;
  server: Server;
  origin: string;
  /** A request as our own pages would send it. */
  send(method: 'get' | 'post', path: string, cookie?: string): request.Test;
  /** Adds a person and signs in; the cookie. */
  signIn(role: Role): Promise<string>;
  close(): Promise<void>;
};

type Options = {
  environment?: Record<string, string>;
  openTarget?: OpenTarget;
  webFolder?: string;
  now?: () => Date;
  /** Emptied and used instead of a new one; its owner closes it. */
  store?: EmbeddedStore;
};

/** Opens one; scans read a simulated account unless told otherwise. */
export async function openTestInstall(options: Options = {}): Promise<TestInstall> {
  const config = readConfig(options.environment ?? {});
  const store = options.store ?? (await openMemoryStore());
  if (options.store) await emptyStore(options.store);
  const log = pino({ level: 'silent' });
  const now = options.now ?? (() => new Date());
  const openTarget = options.openTarget ?? worldTarget('spotless');
  const queue = await openScanQueue(store, log);
  const { db } = store;
  const scans = openScanService({ db, board: openScanBoard(), openTarget, now, log }, queue);
  await scans.open();
  const auth = openAuth({ db, secret: 'x'.repeat(43), baseUrl: 'http://127.0.0.1' });
  let closing = false;
  const services: Services = {
    ...{ config, db, auth, scans, openTarget, now, log },
    sessionEnds: openSessionEnds(),
    version: '0.0.0-test',
    webFolder: options.webFolder ?? '/nonexistent',
    closing: () => closing,
  };
  const server = buildApp(services).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const cookies = new Map<Role, string>();

  function send(method: 'get' | 'post', path: string, cookie?: string): request.Test {
    const test = request(origin)[method](path);
    if (method === 'post') void test.set('origin', origin);
    return cookie === undefined ? test : test.set('cookie', cookie);
  }

  async function signIn(role: Role): Promise<string> {
    const known = cookies.get(role);
    if (known) return known;
    const email = `${role}@example.com`;
    const passwordHash = await hashPassword(auth, password);
    await addPerson(db, { name: `The ${role}`, email, role, passwordHash }, now());
    const answer = await send('post', '/api/auth/sign-in/email').send({ email, password });
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    cookies.set(role, cookie);
    return cookie;
  }

  return {
    ...{ services, server, origin, send, signIn },
    async close() {
      closing = true;
      await scans.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (!options.store) await store.close();
    },
  };
}

/** Opens the same simulated world for every target. */
export function worldTarget(world: string, options: SimulatedOptions = {}): OpenTarget {
  return async () => simulatedSession(world, options);
}
