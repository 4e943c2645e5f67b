import compression from 'compression';
import express, { type Express } from 'express';
import { authPath } from '../auth/auth.ts';
import { apiHandler } from './api-handler.ts';
import { authRoutes } from './auth-routes.ts';
import { preferBearer } from './bearer.ts';
import { eventStreams } from './events.ts';
import { healthRoutes } from './health.ts';
import { requireKnownHost, requireOwnOrigin } from './hosts.ts';
import { lastResort } from './last-resort.ts';
import { openApiDocument } from './openapi.ts';
import { pages } from './pages.ts';
import { problem, sendProblem } from './problem-body.ts';
import { limitRequests, limitTries } from './rate-limits.ts';
import { sendReportFile } from './report-file.ts';
import { requestLog } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';
import type { Services } from './services.ts';
import { setupGate } from './setup-gate.ts';
import { sendTableExport } from './table-export.ts';

/** Builds the whole HTTP application; it never listens, so tests call it in process. */
export function buildApp(services: Services): Express {
  const { config, log, version } = services;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustedProxies.length > 0 ? [...config.trustedProxies] : false);
  app.use(requestLog(log));
  if (services.metrics) app.use(services.metrics.observe);
  app.use(securityHeaders(config.baseUrl));
  app.use(healthRoutes(services));
  app.use(requireKnownHost(config.baseUrl), preferBearer, requireOwnOrigin(config.baseUrl));
  app.use('/api', (_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  app.use('/api', limitRequests(config.requestsAMinute));
  app.use(setupGate(services));
  app.use(authPath, authRoutes(services));
  for (const guessed of ['setup', 'invites', 'resets', 'passkeys'])
    app.use(`/api/${guessed}`, limitTries());
  const document = openApiDocument(version);
  app.get('/api/openapi.json', async (_request, response) => {
    response.json(await document());
  });
  app.get('/api/events', eventStreams(services));
  app.get('/api/exports/:table', (request, response) =>
    sendTableExport(services, request, response),
  );
  app.post('/api/reports/files', express.json({ limit: '64kb' }), (request, response) =>
    sendReportFile(services, request, response),
  );
  // A report shrinks to a sixth. Around the handler, not in it: problems are written after it gave up.
  app.use('/api', compression(), apiHandler(services), (_request, response) =>
    sendProblem(response, problem('not-found', {})),
  );
  app.use(pages(services.webFolder), (_request, response) =>
    sendProblem(response, problem('not-found', {})),
  );
  app.use(lastResort(log));
  return app;
}
