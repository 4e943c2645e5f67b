import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { simulatedSession, type AwsAccess, type SimulatedOptions } from '@ippo/collectors';
import type { Role } from '@ippo/contracts';
import { pino } from 'pino';
import request from 'supertest';
import { hashPassword, openAuth, type Auth } from '../auth/auth.ts';
import { openSessionEnds } from '../auth/session-ends.ts';
import { readConfig } from '../config.ts';
import { buildApp } from '../http/app.ts';
import { openOutbound, type OutboundFetch } from '../outbound/outbound.ts';
import { openMetrics } from '../http/metrics.ts';
import type { Services } from '../http/services.ts';
import { openReportWork } from '../reports/report-work.ts';
import { openScanBoard, type ScanBoard } from '../scan/scan-board.ts';
import { openScanFeed } from '../scan/scan-feed.ts';
import { openScanQueue } from '../scan/scan-queue.ts';
import { openScanService } from '../scan/scan-service.ts';
import { scanTargets, type OpenTarget } from '../scan/scan-targets.ts';
import { addPerson } from '../store/people.ts';
import type { Store } from '../store/database.ts';
import { emptyStore, openTestStore } from './test-store.ts';

const version = '0.0.0-test';
export const password = 'correct horse battery';

/** A whole install in this process, on a database in memory, listening on a free loopback port. */
export type TestInstall = {
  services: Services;
  board: ScanBoard;
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
  /** Instead of `openTarget`: what connections open then depends on themselves. */
  access?: AwsAccess;
  webFolder?: string;
  outbound?: OutboundFetch;
  now?: () => Date;
  /** Takes up no work until the test opens `services.scans`. */
  idle?: boolean;
  /** Emptied and used instead of a new one; its owner closes it. */
  store?: Store;
};

/** Opens one; scans read a simulated account unless told otherwise. */
export async function openTestInstall(options: Options = {}): Promise<TestInstall> {
  const config = readConfig({
    IPPO_REQUESTS_A_MINUTE: '1000000',
    IPPO_DATA_DIR: path.join(tmpdir(), `ippo-test-install-${process.pid}`),
    ...options.environment,
  });
  const store = options.store ?? (await openTestStore());
  if (options.store) await emptyStore(options.store);
  const log = pino({ level: 'silent' });
  const now = options.now ?? (() => new Date());
  const { db } = store;
  const openTarget =
    options.openTarget ??
    (options.access ? scanTargets(options.access, db) : worldTarget('spotless'));
  const access = options.access ?? {
    machine: () => openTarget('aws'),
    base: () => openTarget('aws'),
    role: () => openTarget('aws'),
  };
  const queue = await openScanQueue(store, log);
  const board = openScanBoard();
  const worker = randomUUID();
  const scans = openScanService({ db, board, worker, openTarget, now, log }, queue);
  const feed = openScanFeed({ db, board, log });
  if (!options.idle) await scans.open({ alone: store.home === 'embedded' });
  const auth = openAuth({ db, secret: 'x'.repeat(43), baseUrl: 'http://127.0.0.1', now });
  const reports = openReportWork(log);
  let closing = false;
  const services: Services = {
    ...{ config, db, auth, scans, feed, reports, access, openTarget, now, log },
    outbound: options.outbound ?? openOutbound(config),
    metrics: config.metricsToken === null ? null : openMetrics({ db, version }),
    sessionEnds: openSessionEnds(),
    version,
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
    const passwordHash = await hashOfPassword(auth);
    await addPerson(db, { name: `The ${role}`, email, role, passwordHash }, now());
    const answer = await send('post', '/api/auth/sign-in/email').send({ email, password });
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    cookies.set(role, cookie);
    return cookie;
  }

  return {
    ...{ services, board, server, origin, send, signIn },
    async close() {
      closing = true;
      feed.close();
      reports.close();
      await scans.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (!options.store) await store.close();
    },
  };
}

/** How long a dead Region is waited for is tested elsewhere; where all answer, a busy machine is waited for. */
function limitsFor(world: string) {
  return { silentRegionMs: world === 'acme-demo' ? 3_000 : 60_000, callMs: 60_000 };
}

let hashed: Promise<string> | undefined;

/** The hash of the tests' password; made once, as it takes long on purpose. */
export function hashOfPassword(auth: Auth): Promise<string> {
  hashed ??= hashPassword(auth, password);
  return hashed;
}

/** Opens the same simulated world for every target. */
export function worldTarget(world: string, options: SimulatedOptions = {}): OpenTarget {
  return async () => simulatedSession(world, { limits: limitsFor(world), ...options });
}
