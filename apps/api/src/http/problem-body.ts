import { ORPCError } from '@orpc/server';
import { DomainError, problems, type Problem, type ProblemCode } from '@ippo/contracts';
import type { Response } from 'express';
import { isDatabaseAway } from '../store/database-away.ts';

/** What is known of an error, as a problem body; anything unforeseen is `internal` and tells nothing. */
export function problemOf(error: unknown): Problem {
  if (error instanceof DomainError) return problem(error.code, { params: error.params });
  if (error instanceof ORPCError) return problemOfRequest(error);
  if (isHttpError(error) && error.status < 500) return problem('bad-request', {});
  if (isDatabaseAway(error)) return problem('database-away', {});
  const kind = databaseFailure(error);
  return problem(kind ?? 'internal', {});
}

/** Answers with a problem body (RFC 9457). */
export function sendProblem(response: Response, body: Problem): void {
  response
    .status(body.status)
    .set('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(body));
}

/** A problem body by its code. */
export function problem(
  code: ProblemCode,
  { detail, params = {} }: { detail?: string; params?: Record<string, string> },
): Problem {
  const { status, text } = problems[code];
  return {
    ...{ type: `urn:ippo:problem:${code}`, code, title: text.en, status },
    ...(detail !== undefined && { detail }),
    ...(Object.keys(params).length > 0 && { params }),
  };
}

type Issue = { message: string; path?: readonly unknown[]; code?: string };

// oRPC refuses bad input, unreadable bodies and bodies that are too large with errors of its own.
function problemOfRequest(error: ORPCError<string, unknown>): Problem {
  if (error.status >= 500) return problem('internal', {});
  if (error.status === 404 || error.status === 405) return problem('not-found', {});
  const issues = issuesOf(error.data);
  const short = issues.some(
    (issue) => issue.code === 'too_small' && issue.path?.at(-1) === 'password',
  );
  if (short && issues.length === 1) return problem('password-too-short', {});
  const detail = issues.map((issue) => `${pathOf(issue)}: ${issue.message}`).join('; ');
  return problem('bad-request', { detail: detail || error.message });
}

function issuesOf(data: unknown): Issue[] {
  if (typeof data !== 'object' || data === null || !('issues' in data)) return [];
  return Array.isArray(data.issues) ? (data.issues as Issue[]) : [];
}

function pathOf({ path = [] }: Issue): string {
  return path.length === 0 ? 'body' : path.map(String).join('.');
}

// PostgreSQL's SQLSTATE classes: 22 is a value that it cannot hold, such as a NUL; 53 and 58 are a full
// disk and other trouble of the system.
function databaseFailure(error: unknown): ProblemCode | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^22...$/.test(code)) return 'bad-request';
  if (/^5[38]...$/.test(code) || code === 'ENOSPC') return 'storage-failed';
  return databaseFailure(error.cause);
}

function isHttpError(error: unknown): error is { status: number } {
  return error instanceof Error && 'status' in error && typeof error.status === 'number';
}
