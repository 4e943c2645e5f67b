import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { hostname } from 'node:os';
import path from 'node:path';
import { awsAccess, type AwsAccess } from '@ippo/collectors';
import { DomainError } from '@ippo/contracts';
import { openAuth } from '../auth/auth.ts';
import { openSessionEnds } from '../auth/session-ends.ts';
import { issueSetupToken } from '../auth/setup-token.ts';
import type { Config, ProcessRole } from '../config.ts';
import { buildApp } from '../http/app.ts';
import { buildHealthApp } from '../http/health.ts';
import { listenForMetrics, openMetrics } from '../http/metrics.ts';
import type { Services } from '../http/services.ts';
import { jobs } from '../jobs/jobs.ts';
import { openPeriodicJobs } from '../jobs/periodic-jobs.ts';
import { openOutbound } from '../outbound/outbound.ts';
import { openReportWork } from '../reports/report-work.ts';
import { openScanBoard } from '../scan/scan-board.ts';
import { openScanFeed } from '../scan/scan-feed.ts';
import { openScanQueue } from '../scan/scan-queue.ts';
import { openScanService } from '../scan/scan-service.ts';
import { scanTargets, type OpenTarget } from '../scan/scan-targets.ts';
import { openLog } from './log.ts';
import { lockHome, openHome } from './open-home.ts';
import { openSecret } from '../auth/open-secret.ts';
import { warnWithoutWorker } from './warn-without-worker.ts';

/** A server that listens. */
export type RunningServer = {
  role: ProcessRole;
  /** The address that people open; of a worker, its health's; null where nothing listens. */
  address: string | null;
  /** Where the owner is set up; null once one exists. */
  setupAddress: string | null;
  openTarget: OpenTarget;
  stop(): Promise<void>;
};

/** What a start needs besides its settings. */
export type StartOptions = {
  version: string;
  onLockLost: (error: Error) => void;
  /** Instead of AWS: an account in memory, for a test of the whole program. */
  openAccess?: typeof awsAccess;
};

const webFolder = path.resolve(import.meta.dirname, '../../../web/dist');

/** Starts everything in order; what was started is stopped again where a later step fails. */
export async function startServer(
  config: Config,
  { version, onLockLost, openAccess = awsAccess }: StartOptions,
): Promise<RunningServer> {
  const { role } = config;
  const log = openLog(config.logLevel);
  const now = () => new Date();
  const undo: (() => Promise<void>)[] = [];
  let closing = false;

  const server = createServer(starting);

  async function stop(): Promise<void> {
    closing = true;
    for (const step of undo.splice(0).toReversed())
      await step().catch((error: unknown) => log.error({ err: error }, 'a part did not stop'));
  }

  try {
    const held = await lockHome(config, onLockLost);
    undo.push(held.release);
    const { allowedEndpoint } = config;
    const access = openAccess(
      allowedEndpoint === null ? {} : { allowedEndpoints: [allowedEndpoint] },
    );
    await refuseWrongEndpoint(access);
    if (config.port !== null) await listen(server, config.host, config.port);
    undo.push(() => closeServer(server));
    const address = addressOf(server, config);
    const store = await openHome(config, held);
    // Requests first, then what they use.
    undo.splice(-1, 0, () => store.close());
    const { db } = store;
    const openTarget = scanTargets(access, db);
    const metrics =
      config.metricsToken || config.metricsPort !== null ? openMetrics({ db, version }) : null;
    if (metrics && config.metricsPort !== null) {
      const listening = await listenForMetrics(metrics, config.metricsPort);
      undo.splice(-1, 0, () => listening.close());
    }
    const queue = await openScanQueue(store, log, { upkeep: role !== 'api' });
    const board = openScanBoard();
    const worker = `${hostname()} ${process.pid} ${randomUUID()}`;
    const scans = openScanService({ db, board, worker, openTarget, now, log }, queue);
    undo.splice(-1, 0, () => scans.close());
    if (role !== 'api') {
      const alone = store.home === 'embedded';
      await scans.open({ alone });
      const periodic = await openPeriodicJobs(jobs, { config, db, worker, now, log }, { alone });
      undo.splice(-1, 0, () => periodic.close());
    } else undo.splice(-1, 0, warnWithoutWorker(db, log));
    if (role === 'worker' || address === null) {
      const app = buildHealthApp({ db, config, metrics, log, closing: () => closing });
      server.off('request', starting).on('request', app);
      return { role, address, setupAddress: null, openTarget, stop };
    }
    const auth = openAuth({
      db,
      secret: await openSecret(config, 'session-secret'),
      baseUrl: address,
      now,
    });
    const feed = openScanFeed({ db, board, log });
    undo.push(async () => feed.close());
    const reports = openReportWork(log);
    undo.push(async () => reports.close());
    const services: Services = {
      ...{
        config,
        reports,
        db,
        auth,
        scans,
        feed,
        access,
        openTarget,
        version,
        now,
        log,
        webFolder,
      },
      outbound: openOutbound(config),
      metrics,
      sessionEnds: openSessionEnds(),
      closing: () => closing,
    };
    const token = await issueSetupToken(db, now());
    server.off('request', starting).on('request', buildApp(services));
    const setupAddress = token === null ? null : `${address}/setup#token=${token}`;
    return { role, address, setupAddress, openTarget, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function addressOf(server: Server, { baseUrl, host }: Config): string | null {
  const bound = server.address();
  if (bound === null || typeof bound === 'string') return null;
  return baseUrl?.origin ?? `http://${hostInUrl(host)}:${bound.port}`;
}

/** Who asks while the database opens is told to come back. */
const starting: RequestListener = (_request, response) => {
  response.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '1' }).end('starting\n');
};

/** An endpoint decides every verdict: one that is not allowed must not wait for the first scan. */
async function refuseWrongEndpoint(access: AwsAccess): Promise<void> {
  const session = await access.machine();
  session.close();
}

/** Takes the port first: another program on it must not cost a database start. */
function listen(server: Server, host: string, port: number): Promise<void> {
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
