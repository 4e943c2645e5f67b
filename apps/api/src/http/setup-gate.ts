import type { RequestHandler } from 'express';
import { ownerExists } from '../store/people.ts';
import { isLoopbackName } from './hosts.ts';
import { problem, sendProblem } from './problem-body.ts';
import type { Services } from './services.ts';

const openApi = new Set(['/api/status', '/api/setup', '/api/setup/check']);

/** While nobody owns an install that others can reach, it serves its setup page and nothing else. */
export function setupGate({ config, db }: Services): RequestHandler {
  if (isLoopbackName(config.host)) return (_request, _response, next) => next();
  let owned = false;
  return async (request, response, next) => {
    owned ||= await ownerExists(db);
    const { path } = request;
    if (owned || openApi.has(path)) next();
    else if (path.startsWith('/api/')) sendProblem(response, problem('setup-required', {}));
    else if (path === '/setup' || /\.\w+$/.test(path)) next();
    else response.redirect(302, '/setup');
  };
}
