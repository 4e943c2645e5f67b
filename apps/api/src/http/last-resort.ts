import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { problemOf, sendProblem } from './problem-body.ts';
import { routeName } from './route-names.ts';

/** Answers what no handler answered with a problem, and logs what is not the asker's fault. */
export function lastResort(log: Logger): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, request, response, _next) => {
    const body = problemOf(error);
    if (body.code === 'internal' || body.code === 'database-away') {
      // A line that was reset has no address any more, often a moment before it is known to have ended.
      const left = response.destroyed || request.ip === undefined;
      const told = { err: error, method: request.method, route: routeName(request.path) };
      if (left) log.debug(told, 'a request failed whose asker had left');
      else log.error(told, 'a request failed');
    }
    // Handed on, express would write the whole error to standard error, and with it what was asked for.
    if (response.headersSent) response.destroy();
    else sendProblem(response, body);
  };
}
