import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { problem, sendProblem } from './problem-body.ts';

/** Tries at a password or a setup token, for each address and minute. */
const triesAMinute = 10;

/** Slows down guessing. */
export function limitTries(): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: triesAMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, response) => sendProblem(response, problem('too-many-requests', {})),
  });
}
