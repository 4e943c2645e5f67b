import type { SignedIn } from '../auth/session.ts';
import type { Services } from './services.ts';

/** What a route's handler is given besides its input. */
export type RequestContext = {
  services: Services;
  /** Null only on routes that anyone may call. */
  session: SignedIn | null;
  /** Host and port that the request came to. */
  host: string;
};
