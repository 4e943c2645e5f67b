import { ORPCError } from '@orpc/client';
import type { ProblemCode } from '@ippo/contracts';

/** By its form only: the list of codes comes with the page that writes their sentences, not with the shell. */
function isCode(value: unknown): value is ProblemCode {
  return typeof value === 'string' && /^[a-z][a-z-]*$/.test(value);
}

/** What the API said went wrong: a code whose sentence stands in the contracts. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly params: Record<string, string>;

  constructor(code: ProblemCode, params: Record<string, string> = {}) {
    super(code);
    this.name = 'ApiProblem';
    this.code = code;
    this.params = params;
  }

  /** From an RFC 9457 body, or from the status alone where another body came. */
  static from(body: unknown, status: number): ApiProblem {
    if (typeof body === 'object' && body !== null && 'code' in body && isCode(body.code)) {
      const params = 'params' in body ? (body.params as Record<string, string>) : {};
      return new ApiProblem(body.code, params);
    }
    if (status === 401) return new ApiProblem('sign-in-required');
    if (status === 403) return new ApiProblem('forbidden');
    if (status === 404) return new ApiProblem('not-found');
    if (status === 429) return new ApiProblem('too-many-requests');
    return new ApiProblem('internal');
  }
}

/** The problem behind an error of the client; a lost connection has none. */
export function problemOf(error: unknown): ApiProblem | null {
  if (error instanceof ApiProblem) return error;
  return error instanceof ORPCError && error.data instanceof ApiProblem ? error.data : null;
}
