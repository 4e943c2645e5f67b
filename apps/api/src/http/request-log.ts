import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { routeName } from './route-names.ts';

const quiet = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * A line for each request at level `info`: method, route and status. Never the address itself, which may
 * hold an account id or a token; never headers, so never cookies.
 */
export function requestLog(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({
        method,
        route: routeName(pathOf(url)),
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
    autoLogging: { ignore: ({ url }) => quiet.has(pathOf(url ?? '')) },
  });
}

function pathOf(url: string): string {
  return url.split('?')[0] ?? '';
}
