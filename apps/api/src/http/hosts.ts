import { isIPv4 } from 'node:net';
import type { RequestHandler } from 'express';
import { bearerOf } from './bearer.ts';
import { problem, sendProblem } from './problem-body.ts';

/** True for the names by which only this machine can be reached. */
export function isLoopbackName(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || bare === '::1' || (isIPv4(bare) && bare.startsWith('127.'));
}

/** Refuses requests for any other name: a page of another site cannot reach us by a name of its own. */
export function requireKnownHost(baseUrl: URL | null): RequestHandler {
  return (request, response, next) => {
    const { host } = request.headers;
    if (host !== undefined && originOf(host, baseUrl) !== null) next();
    else sendProblem(response, problem('host-refused', {}));
  };
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Requires the Origin of our own pages, or a bearer token, on every method that may change something. */
export function requireOwnOrigin(baseUrl: URL | null): RequestHandler {
  return (request, response, next) => {
    const { host = '', origin } = request.headers;
    const own = origin && origin === originOf(host, baseUrl);
    if (safeMethods.has(request.method) || own || bearerOf(request) !== null) next();
    else sendProblem(response, problem('origin-refused', {}));
  };
}

/** The origin that pages served under a Host header have, or null where we do not answer to it. */
export function originOf(host: string, baseUrl: URL | null): string | null {
  const address = `http://${host}`;
  if (!/^[\w.:[\]-]+$/.test(host) || !URL.canParse(address)) return null;
  if (baseUrl !== null && host.toLowerCase() === baseUrl.host) return baseUrl.origin;
  const url = new URL(address);
  return isLoopbackName(url.hostname) ? url.origin : null;
}
