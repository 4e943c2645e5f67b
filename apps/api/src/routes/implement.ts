import { implement } from '@orpc/server';
import { DomainError, endpoints } from '@ippo/contracts';
import { requireRecentSignIn } from '../auth/recent-sign-in.ts';
import type { SignedIn } from '../auth/session.ts';
import type { ReaderScope } from '../store/reader-scope.ts';
import type { RequestContext } from '../http/request-context.ts';

/** The contract to implement, endpoint by endpoint. */
export const contract = implement(endpoints).$context<RequestContext>();

/** The accounts that the caller may see: none without a session. */
export function scopeOf({ session }: RequestContext): ReaderScope {
  return session?.scope ?? { accounts: [] };
}

/** The signed-in person of a route that needs one; the permission check made sure of it. */
export function signedIn({ session }: RequestContext): SignedIn {
  if (session === null) throw new DomainError('sign-in-required');
  return session;
}

/** The same, where they signed in or gave their password a short while ago; else `recent-sign-in-required`. */
export function recentlySignedIn(context: RequestContext): SignedIn {
  const session = signedIn(context);
  requireRecentSignIn(session, context.services.now());
  return session;
}
