import { fromNodeHeaders } from 'better-auth/node';
import express, { Router, type Request, type Response } from 'express';
import { isAllowedAuthPath } from '../auth/auth-paths.ts';
import { authPath } from '../auth/auth.ts';
import { readSession } from '../auth/session.ts';
import { recordInAuditLog, type AuditEntry } from '../store/audit.ts';
import { problem, sendProblem } from './problem-body.ts';
import { limitTries } from './rate-limits.ts';
import type { Services } from './services.ts';

/** The allowed paths of the sign-in library, with our problem bodies, limits and audit log. */
export function authRoutes(services: Services): Router {
  const router = Router();
  router.use((request, response, next) => {
    if (isAllowedAuthPath(request.method, request.path)) next();
    else sendProblem(response, problem('not-found', {}));
  });
  router.use('/sign-in', limitTries());
  router.use(express.raw({ type: () => true, limit: '16kb' }));
  router.use(async (request, response) => answer(services, request, response));
  return router;
}

async function answer(services: Services, request: Request, response: Response): Promise<void> {
  const { auth, sessionEnds } = services;
  const before = await readSession(auth, request.headers, services.now());
  const result = await auth.handler(toWebRequest(services, request));
  const signsIn = request.path === '/sign-in/email';
  if (!result.ok) {
    if (signsIn) await record(services, null, 'session.refused');
    // One answer for every failure: which part was wrong is nobody's business.
    sendProblem(response, problem(signsIn ? 'sign-in-failed' : 'bad-request', {}));
    return;
  }
  const body = await result.text();
  if (signsIn) await record(services, userIdOf(body), 'session.started');
  else if (request.path === '/sign-out' && before) {
    sessionEnds.ended(before.sessionId);
    await record(services, before.userId, 'session.ended');
  }
  for (const cookie of result.headers.getSetCookie()) response.append('set-cookie', cookie);
  response.status(result.status).json(withoutToken(body));
}

function toWebRequest({ config }: Services, request: Request): globalThis.Request {
  const base = config.baseUrl?.origin ?? `http://${request.headers.host ?? 'localhost'}`;
  const headers = fromNodeHeaders(request.headers);
  headers.delete('content-length');
  // Express's own reading of the trusted proxies decides, not a header that anyone can send.
  headers.set('x-forwarded-for', request.ip ?? '');
  const body = request.body instanceof Uint8Array ? new Uint8Array(request.body) : null;
  const { method } = request;
  return new Request(`${base}${authPath}${request.path}`, { method, headers, body });
}

// The session token stays in its HttpOnly cookie: a script has no use for it.
function withoutToken(body: string): unknown {
  return JSON.parse(body || 'null', (key, value: unknown) => (key === 'token' ? undefined : value));
}

function userIdOf(body: string): string | null {
  const { user } = JSON.parse(body) as { user?: { id?: string } };
  return user?.id ?? null;
}

async function record(
  { db, now }: Services,
  actor: string | null,
  action: AuditEntry['action'],
): Promise<void> {
  await recordInAuditLog(db, { at: now(), actor, action });
}
