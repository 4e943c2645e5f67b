import { Router, type Request, type Response } from 'express';
import { DomainError } from '@ippo/contracts';
import { authPath } from '../auth/auth.ts';
import { openOidc } from '../auth/oidc-client.ts';
import { attemptMs, beginSso, finishSso, type Sso } from '../auth/sso.ts';
import { recordInAuditLog } from '../store/audit.ts';
import { noteSignIn } from '../store/people-sessions.ts';
import { authHeaders } from './auth-headers.ts';
import { originOf } from './hosts.ts';
import { problem, problemOf, sendProblem } from './problem-body.ts';
import { limitTries } from './rate-limits.ts';
import type { Services } from './services.ts';

/**
 * Sign-in at the organisation's provider: `start` sends a browser there, `callback` takes it back. What
 * goes wrong is told on the sign-in page, as nobody reads a problem body in an address bar.
 */
export function ssoRoutes(services: Services): Router {
  const router = Router();
  const { oidc } = services.config;
  if (oidc === null) {
    router.use((_request, response) => sendProblem(response, problem('not-found', {})));
    return router;
  }
  const { db, outbound } = services;
  const sso: Sso = { db, settings: oidc, client: openOidc(oidc, outbound) };
  router.get('/start', limitTries(), (request, response) =>
    tellingProblems(services, response, () => start(services, sso, request, response)),
  );
  router.get('/callback', limitTries(), (request, response) =>
    tellingProblems(services, response, () => finish(services, sso, request, response)),
  );
  return router;
}

async function start(
  services: Services,
  sso: Sso,
  request: Request,
  response: Response,
): Promise<void> {
  const origin = ownOrigin(services, request);
  const redirectUri = `${origin}${authPath}/sso/callback`;
  const target = ownAddress(request.query['then']);
  const { url, browser } = await beginSso(sso, { redirectUri, target, now: services.now() });
  // Lax: it has to come along when the provider's page sends the browser back.
  const options = { ...cookieOptions(origin), maxAge: attemptMs };
  response.cookie(cookieName(origin), browser, options).redirect(302, url.href);
}

async function finish(
  services: Services,
  sso: Sso,
  request: Request,
  response: Response,
): Promise<void> {
  const { auth, db, now } = services;
  const origin = ownOrigin(services, request);
  response.clearCookie(cookieName(origin), cookieOptions(origin));
  const { userId, target } = await finishSso(sso, {
    answer: new URL(request.originalUrl, origin),
    browser: browserOf(request, cookieName(origin)),
    now: now(),
  });
  const started = await auth.api.startSession({
    ...{ body: { userId }, headers: authHeaders(request), returnHeaders: true },
  });
  if (!started.response.started) throw new DomainError('access-ended');
  const at = now();
  await noteSignIn(db, userId, at);
  const detail = { by: 'sso' };
  await recordInAuditLog(db, { at, actor: userId, action: 'session.started', detail });
  for (const cookie of started.headers.getSetCookie()) response.append('set-cookie', cookie);
  response.redirect(302, target);
}

async function tellingProblems(
  { db, now, log }: Services,
  response: Response,
  step: () => Promise<void>,
): Promise<void> {
  try {
    await step();
  } catch (error) {
    const { code } = problemOf(error);
    if (code === 'internal') log.error({ err: error }, 'single sign-on failed');
    if (code === 'sso-failed') log.warn({ why: whyOf(error) }, 'single sign-on failed');
    const detail = { by: 'sso', problem: code };
    await recordInAuditLog(db, { at: now(), actor: null, action: 'session.refused', detail });
    response.redirect(302, `/sign-in?problem=${code}`);
  }
}

function ownOrigin({ config }: Services, { headers }: Request): string {
  return originOf(headers.host ?? '', config.baseUrl) ?? '';
}

/** Only an address inside the web; anything else leads to the overview. */
function ownAddress(then: unknown): string {
  return typeof then === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(then) ? then : '/';
}

function cookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Secure-ippo.sso' : 'ippo.sso';
}

function cookieOptions(origin: string) {
  const secure = origin.startsWith('https:');
  return { path: `${authPath}/sso`, httpOnly: true, sameSite: 'lax', secure } as const;
}

function browserOf({ headers }: Request, name: string): string {
  const cookies = (headers.cookie ?? '').split(/;\s*/);
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

// Only messages: the rest of such an error holds what the provider said of a person.
function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return error.cause instanceof Error ? `${error.message}: ${whyOf(error.cause)}` : error.message;
}
