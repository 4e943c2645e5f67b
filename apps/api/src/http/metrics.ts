import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { DomainError } from '@ippo/contracts';
import { countAuditRows } from '../store/audit-search.ts';
import type { Database } from '../store/database.ts';
import { countScansByStatus } from '../store/scan-counts.ts';
import { problem, sendProblem } from './problem-body.ts';
import { routeName } from './route-names.ts';

/** Figures of this process for Prometheus; counts only, nothing that names an account or a person. */
export type Metrics = {
  /** Measures every request that passes through. */
  observe: RequestHandler;
  text(): Promise<{ contentType: string; body: string }>;
};

/** Opens the figures; one set for each process, as some of them are the process's own. */
export function openMetrics({ db, version }: { db: Database; version: string }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const gauge of gaugesOf(db, version)) registry.registerMetric(gauge);
  const seconds = new Histogram({
    name: 'ippo_http_request_seconds',
    help: 'Requests by route, from their first byte to the last of their answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return {
    observe(request, response, next) {
      const took = seconds.startTimer();
      const { method, path } = request;
      response.once('close', () =>
        took({ method, route: routeName(path), status: response.statusCode }),
      );
      next();
    },
    text: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}

/** What is counted when somebody asks. */
function gaugesOf(db: Database, version: string): Gauge[] {
  const registers: Registry[] = [];
  const info = new Gauge({
    ...{ name: 'ippo_info', help: 'This version', labelNames: ['version'], registers },
  });
  info.labels(version).set(1);
  const scans = new Gauge({
    ...{ name: 'ippo_scans', help: 'Scans by status', labelNames: ['status'], registers },
    async collect() {
      this.reset();
      for (const found of await countScansByStatus(db))
        this.set({ status: found.status }, found.scans);
    },
  });
  const rows = new Gauge({
    ...{ name: 'ippo_audit_rows', help: 'Rows of the audit log', registers },
    async collect() {
      this.set(await countAuditRows(db, {}));
    },
  });
  return [info, scans, rows];
}

/** `GET /metrics` for who has the bearer token; without a token there is nothing at this address. */
export function metricsRoute(metrics: Metrics, token: string): RequestHandler {
  return async (request, response) => {
    const [, given = ''] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    // Digests are of one length, as the comparison in constant time asks for.
    if (timingSafeEqual(digest(given), digest(token))) {
      const { contentType, body } = await metrics.text();
      response.set({ 'content-type': contentType, 'cache-control': 'no-store' }).send(body);
    } else {
      response.set('www-authenticate', 'Bearer');
      sendProblem(response, problem('sign-in-required', {}));
    }
  };
}

/** The port that was taken. */
export type MetricsPort = { port: number; close(): Promise<void> };

/** Serves the figures on a port of their own, to this machine only. */
export async function listenForMetrics(metrics: Metrics, port: number): Promise<MetricsPort> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      ({ contentType, body }) => response.writeHead(200, { 'content-type': contentType }).end(body),
      () => response.writeHead(503).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      const setting = 'IPPO_METRICS_PORT';
      reject(new DomainError('setting-invalid', { setting, why: error.message }, error));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
