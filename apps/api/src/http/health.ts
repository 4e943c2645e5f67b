import express, { Router, type Express } from 'express';
import type { Logger } from 'pino';
import { databaseAnswers, type Database } from '../store/database.ts';
import { someoneWorks } from '../store/workers.ts';
import { lastResort } from './last-resort.ts';
import { metricsRoute, type Metrics } from './metrics.ts';

/** What is asked of a process before it is given work. */
type Health = {
  db: Database;
  closing(): boolean;
  metrics: Metrics | null;
  config: { metricsToken: string | null };
};

/**
 * `GET /healthz`: the process runs; `GET /readyz`: it can do its work, and in a word where nobody takes up
 * scans; `GET /metrics`: what it did.
 */
export function healthRoutes({ db, closing, metrics, config }: Health): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.type('text').send('ok'));
  router.get('/readyz', async (_request, response) => {
    const ready = !closing() && (await databaseAnswers(db));
    const words = ready && !(await someoneWorks(db)) ? 'ready, but no worker runs' : 'ready';
    response
      .status(ready ? 200 : 503)
      .type('text')
      .send(ready ? words : 'not ready');
  });
  if (metrics && config.metricsToken !== null)
    router.get('/metrics', metricsRoute(metrics, config.metricsToken));
  return router;
}

/** All that a process serves which only works. */
export function buildHealthApp({ log, ...health }: Health & { log: Logger }): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(healthRoutes(health), (_request, response) => void response.status(404).end());
  app.use(lastResort(log));
  return app;
}
