import { createHash } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { rateLimit, type Options } from 'express-rate-limit';
import { bearerOf } from './bearer.ts';
import { problem, sendProblem } from './problem-body.ts';

/** Tries at a password or a setup token, for each address and minute. */
const triesAMinute = 10;
/** Several people may share an address, behind a proxy or a company's gateway. */
const peopleAnAddress = 5;
/** For one write there are this many reads. */
const readsAWrite = 10;

/** Slows down guessing. */
export function limitTries(): RequestHandler {
  return limit({ limit: triesAMinute });
}

/**
 * Keeps one browser, or one address, from taking the whole process: reads and writes are counted apart,
 * for each session or API key and for each address, by the minute. `readsAMinute` is for one session.
 */
export function limitRequests(readsAMinute: number): RequestHandler[] {
  const writesAMinute = Math.ceil(readsAMinute / readsAWrite);
  return [
    limit({ limit: readsAMinute * peopleAnAddress, skip: isWrite }),
    limit({ limit: writesAMinute * peopleAnAddress, skip: isRead }),
    limit({
      limit: readsAMinute,
      skip: (request) => isWrite(request) || credentialOf(request) === '',
      keyGenerator: sessionKey,
    }),
    limit({
      limit: writesAMinute,
      skip: (request) => isRead(request) || credentialOf(request) === '',
      keyGenerator: sessionKey,
    }),
  ];
}

function limit(options: Partial<Options>): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Anyone can send these headers; that we then ignore them needs no complaint on stderr.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: (_request, response) => sendProblem(response, problem('too-many-requests', {})),
    ...options,
  });
}

function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

function isWrite(request: Request): boolean {
  return !isRead(request);
}

// A made-up cookie or key buys a bucket of its own, but not a way around the limit of its address.
function credentialOf(request: Request): string {
  const cookie = /(?:^|;\s*)(?:__Secure-)?ippo\.session_token=([^;]+)/;
  return bearerOf(request) ?? cookie.exec(request.headers.cookie ?? '')?.[1] ?? '';
}

function sessionKey(request: Request): string {
  return createHash('sha256').update(credentialOf(request)).digest('base64url');
}
