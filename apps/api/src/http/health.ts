import express, { Router, type Express } from 'express';
import { databaseAnswers, type Database } from '../store/database.ts';
import { metricsRoute, type Metrics } from './metrics.ts';

/** What is asked of a process before it is given work. */
type Health = {
  db: Database;
  closing(): boolean;
  metrics: Metrics | null;
  config: { metricsToken: string | null };
};

/** `GET /healthz`: the process runs; `GET /readyz`: it can do its work; `GET /metrics`: what it did. */
export function healthRoutes({ db, closing, metrics, config }: Health): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.type('text').send('ok'));
  router.get('/readyz', async (_request, response) => {
    const ready = !closing() && (await databaseAnswers(db));
    response
      .status(ready ? 200 : 503)
      .type('text')
      .send(ready ? 'ready' : 'not ready');
  });
  if (metrics && config.metricsToken !== null)
    router.get('/metrics', metricsRoute(metrics, config.metricsToken));
  return router;
}

/** All that a process serves which only works. */
export function buildHealthApp(health: Health): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(healthRoutes(health), (_request, response) => void response.status(404).end());
  return app;
}
