import type { SignedIn } from '../auth/session.ts';
import type { Services } from './services.ts';

/** What a route's handler is given besides its input. */
export type RequestContext = {
  services: Services;
  /** Null only on routes that anyone may call. */
  session: SignedIn | null;
  /** Host and port that the request came to. */
  host: string;
  /** The origin of our own pages at the address that is open. */
  origin: string;
  /** The request's headers, for the sign-in library. */
  headers: Headers;
  /** Sends `Set-Cookie` values of the sign-in library with the answer. */
  setCookies(values: readonly string[]): void;
};
