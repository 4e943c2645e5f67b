import type { Request, RequestHandler } from 'express';
import { authPath } from '../auth/auth.ts';

/**
 * The bearer token of a request to the API, or null. No page of another site can make a browser send one,
 * so such a request needs no Origin; for the same reason its cookies must not count.
 */
export function bearerOf({ headers, originalUrl }: Request): string | null {
  const path = originalUrl.split('?')[0] ?? '';
  if (!path.startsWith('/api/') || path.startsWith(`${authPath}/`)) return null;
  const [scheme = '', token = ''] = (headers.authorization ?? '').split(' ', 2);
  return scheme.toLowerCase() === 'bearer' ? token : null;
}

/** Takes the cookies from a request with a bearer token, before anybody reads them. */
export const preferBearer: RequestHandler = (request, _response, next) => {
  if (bearerOf(request) !== null) delete request.headers.cookie;
  next();
};
