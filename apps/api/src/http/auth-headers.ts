import { fromNodeHeaders } from 'better-auth/node';
import type { Request } from 'express';

/** A request's headers as the sign-in library is given them. */
export function authHeaders(request: Request): Headers {
  const headers = fromNodeHeaders(request.headers);
  headers.delete('content-length');
  // Express's own reading of the trusted proxies decides, not a header that anyone can send.
  headers.set('x-forwarded-for', request.ip ?? '');
  return headers;
}
