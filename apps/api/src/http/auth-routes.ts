import express, { Router, type Request, type Response } from 'express';
import type { ProblemCode } from '@ippo/contracts';
import { authPathOf, type AuthPath } from '../auth/auth-paths.ts';
import { authPath } from '../auth/auth.ts';
import { readSession } from '../auth/session.ts';
import { recordInAuditLog } from '../store/audit.ts';
import { noteSignIn } from '../store/people-sessions.ts';
import { readPersonByEmail } from '../store/people.ts';
import { countTry, forgetTries } from '../store/tries.ts';
import { giveCodeBack, useCode, type AppCode } from '../store/used-codes.ts';
import { authHeaders } from './auth-headers.ts';
import { problem, sendProblem } from './problem-body.ts';
import { limitTries } from './rate-limits.ts';
import type { Services } from './services.ts';
import { ssoRoutes } from './sso-routes.ts';

/** The allowed paths of the sign-in library, with our problem bodies, limits and audit log. */
export function authRoutes(services: Services): Router {
  const router = Router();
  router.use((request, response, next) => {
    if (authPathOf(request.method, request.path)) next();
    else sendProblem(response, problem('not-found', {}));
  });
  router.use('/sign-in', limitTries());
  router.use('/two-factor', limitTries());
  router.use('/sso', ssoRoutes(services));
  router.use(express.raw({ type: () => true, limit: '16kb' }));
  router.use(async (request, response) => {
    const path = authPathOf(request.method, request.path);
    if (path === null) return;
    if (path.step === null) await answer(services, path, request, response);
    else await signIn(services, path, request, response);
  });
  return router;
}

async function answer(
  services: Services,
  path: AuthPath,
  request: Request,
  response: Response,
): Promise<void> {
  const { auth, sessionEnds, db, now } = services;
  const before = await readSession(auth, request.headers, now());
  const result = await answered(services, path, request);
  if (!result.ok) return sendProblem(response, problem('bad-request', {}));
  if (path.path === '/sign-out' && before) {
    const { sessionId, userId } = before;
    sessionEnds.ended(sessionId);
    await recordInAuditLog(db, { at: now(), actor: userId, action: 'session.ended' });
  }
  send(response, result, await result.text());
}

async function signIn(
  services: Services,
  path: AuthPath,
  request: Request,
  response: Response,
): Promise<void> {
  const { db, now } = services;
  const { email } = fieldsOf(path, request);
  if (email !== undefined && !(await countTry(db, { email }, now())))
    return refuse(services, path, response, { email, code: 'too-many-tries' });
  const used = await codeOf(services, path, request);
  if (used && !(await useCode(db, used, now())))
    return refuse(services, path, response, { email, code: 'code-wrong' });
  const result = await answered(services, path, request);
  if (used && !result.ok) await giveCodeBack(db, used);
  const body = await result.text();
  if (!result.ok) {
    const code = path.step === 'password' ? 'sign-in-failed' : problemOfCode(result.status, body);
    return refuse(services, path, response, { email, code });
  }
  if (email !== undefined) await forgetTries(db, { email });
  const userId = userIdOf(body);
  // Without one, a code is asked for next.
  if (userId !== null) {
    const at = now();
    await noteSignIn(db, userId, at);
    const detail = { by: path.step ?? '' };
    await recordInAuditLog(db, { at, actor: userId, action: 'session.started', detail });
  }
  send(response, result, body);
}

/** Whose code of an authenticator app this is: who saw one over a shoulder must not sign in with it, too. */
async function codeOf(
  services: Services,
  path: AuthPath,
  request: Request,
): Promise<AppCode | null> {
  const { code } = fieldsOf(path, request);
  if (path.step !== 'code' || code === undefined) return null;
  const { headers } = toWebRequest(services, path, request);
  const { userId } = await services.auth.api.readWaitingUser({ headers });
  return userId === null ? null : { userId, code };
}

/** What the sign-in library answers; throws where it failed itself, which refuses nobody. */
async function answered(
  services: Services,
  path: AuthPath,
  request: Request,
): Promise<globalThis.Response> {
  const result = await services.auth.handler(toWebRequest(services, path, request));
  if (result.status >= 500) throw new Error(`the sign-in library answered ${result.status}`);
  return result;
}

/** One answer for every failure of a step: which part was wrong is nobody's business. */
async function refuse(
  { db, now }: Services,
  { step }: AuthPath,
  response: Response,
  { email, code }: { email: string | undefined; code: ProblemCode },
): Promise<void> {
  const person = email === undefined ? null : await readPersonByEmail(db, email);
  await recordInAuditLog(db, {
    ...{ at: now(), actor: null, action: 'session.refused' },
    ...(person && { subject: person.id }),
    detail: { by: step ?? '', problem: code },
  });
  sendProblem(response, problem(code, {}));
}

/** A wrong code can be tried again; without a sign-in that waits for one there is nothing to try. */
function problemOfCode(status: number, body: string): ProblemCode {
  if (status === 429) return 'too-many-tries';
  return /"INVALID_(?:CODE|BACKUP_CODE)"/.test(body) ? 'code-wrong' : 'sign-in-required';
}

function toWebRequest({ config }: Services, path: AuthPath, request: Request): globalThis.Request {
  const base = config.baseUrl?.origin ?? `http://${request.headers.host ?? 'localhost'}`;
  const headers = authHeaders(request);
  const { method } = request;
  if (method === 'GET') return new Request(`${base}${authPath}${path.path}`, { headers });
  // A code belongs to the sign-in that waits for it; with a session it would turn a factor on.
  if (path.path.startsWith('/two-factor/'))
    keepCookies(headers, /^(?:__Secure-)?ippo\.two_factor$/);
  headers.set('content-type', 'application/json');
  const body = JSON.stringify(fieldsOf(path, request));
  return new Request(`${base}${authPath}${path.path}`, { method, headers, body });
}

function keepCookies(headers: Headers, wanted: RegExp): void {
  const cookies = (headers.get('cookie') ?? '').split(/;\s*/);
  const kept = cookies.filter((cookie) => wanted.test(cookie.split('=')[0] ?? ''));
  headers.set('cookie', kept.join('; '));
}

/** The fields of a JSON body that a path takes, where they are texts. */
function fieldsOf({ fields }: AuthPath, request: Request): Partial<Record<string, string>> {
  const given = jsonOf(request.body instanceof Uint8Array ? request.body : new Uint8Array());
  const entries = Object.entries(typeof given === 'object' && given !== null ? given : {});
  const names: readonly string[] = fields;
  return Object.fromEntries(
    entries.filter(([name, value]) => names.includes(name) && typeof value === 'string'),
  );
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return null;
  }
}

function send(response: Response, result: globalThis.Response, body: string): void {
  for (const cookie of result.headers.getSetCookie()) response.append('set-cookie', cookie);
  response.status(result.status).json(withoutToken(body));
}

// The session token stays in its HttpOnly cookie: a script has no use for it.
function withoutToken(body: string): unknown {
  return JSON.parse(body || 'null', (key, value: unknown) => (key === 'token' ? undefined : value));
}

function userIdOf(body: string): string | null {
  const { user } = JSON.parse(body) as { user?: { id?: string } };
  return user?.id ?? null;
}
