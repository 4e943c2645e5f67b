import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { DomainError } from '@ippo/contracts';
import { pino } from 'pino';
import { openAuth } from '../auth/auth.ts';
import { sessionSecret } from '../auth/secrets.ts';
import { openSessionEnds } from '../auth/session-ends.ts';
import { issueSetupToken } from '../auth/setup-token.ts';
import type { Config } from '../config.ts';
import { buildApp } from '../http/app.ts';
import type { Services } from '../http/services.ts';
import { openScanBoard } from '../scan/scan-board.ts';
import { openScanQueue } from '../scan/scan-queue.ts';
import { openScanService } from '../scan/scan-service.ts';
import { scanTargets, type OpenTarget } from '../scan/scan-targets.ts';
import { openStore } from '../store/database.ts';
import { lockFolder } from '../store/folder-lock.ts';

/** A server that listens. */
export type RunningServer = {
  /** The address that people open. */
  address: string;
  /** Where the owner is set up; null once one exists. */
  setupAddress: string | null;
  openTarget: OpenTarget;
  stop(): Promise<void>;
};

const webFolder = path.resolve(import.meta.dirname, '../../../web/dist');

/** Starts everything in order; what was started is stopped again where a later step fails. */
export async function startServer(
  config: Config,
  { version, onLockLost }: { version: string; onLockLost: (error: Error) => void },
): Promise<RunningServer> {
  const log = pino({ level: config.logLevel });
  const now = () => new Date();
  const undo: (() => Promise<void>)[] = [];
  let closing = false;

  const server = createServer(starting);

  async function stop(): Promise<void> {
    closing = true;
    await closeServer(server);
    for (const step of undo.splice(0).toReversed())
      await step().catch((error: unknown) => log.error({ err: error }, 'a part did not stop'));
  }

  try {
    undo.push(await lockFolder(config.dataFolder, onLockLost));
    const openTarget = scanTargets(config.allowedEndpoint);
    await refuseWrongEndpoint(openTarget);
    await listen(server, config);
    const { port } = server.address() as AddressInfo;
    const address = config.baseUrl?.origin ?? `http://${hostInUrl(config.host)}:${port}`;
    const secret = await sessionSecret(config.dataFolder);
    const store = await openStore({ folder: path.join(config.dataFolder, 'database') });
    undo.push(() => store.close());
    const { db } = store;
    const auth = openAuth({ db, secret, baseUrl: address });
    const queue = await openScanQueue(store, log);
    const board = openScanBoard();
    const scans = openScanService({ db, board, openTarget, now, log }, queue);
    undo.push(() => scans.close());
    await scans.open();
    const services: Services = {
      ...{ config, db, auth, scans, openTarget, version, now, log, webFolder },
      sessionEnds: openSessionEnds(),
      closing: () => closing,
    };
    const token = await issueSetupToken(db, now());
    server.off('request', starting).on('request', buildApp(services));
    const setupAddress = token === null ? null : `${address}/setup#token=${token}`;
    return { address, setupAddress, openTarget, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Who asks while the database opens is told to come back. */
const starting: RequestListener = (_request, response) => {
  response.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '1' }).end('starting\n');
};

/** An endpoint decides every verdict: one that is not allowed must not wait for the first scan. */
async function refuseWrongEndpoint(openTarget: OpenTarget): Promise<void> {
  const session = await openTarget('aws');
  session.close();
}

/** Takes the port first: another program on it must not cost a database start. */
function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new DomainError('port-in-use', { port: String(port) }, error));
      else {
        const setting = error.code === 'EACCES' ? 'IPPO_PORT' : 'IPPO_HOST';
        reject(new DomainError('setting-invalid', { setting, why: error.message }, error));
      }
    });
    server.listen(port, host, resolve);
  });
}

async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 1_000).unref();
  await closed;
}

function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
