import { roleSchema, type KeyScope, type Role } from '@ippo/contracts';
import { fromNodeHeaders } from 'better-auth/node';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { ReaderScope } from '../store/reader-scope.ts';
import type { Auth } from './auth.ts';
import { recentUntil } from './recent-sign-in.ts';

/** Somebody who is known here. */
export type Visitor = {
  /** Of a browser's session, or of an API key. */
  sessionId: string;
  userId: string;
  name: string;
  email: string;
  /** Null where no owner gave one yet: then nothing is allowed. */
  role: Role | null;
  /** The AWS accounts that this person may see. */
  scope: ReaderScope;
  /** Until when this counts as a recent sign-in. */
  recentUntil: Date;
  /** What the API key allows that was used instead of a sign-in; null for a browser. */
  key: KeyScope | null;
};

/** Who is signed in, with a role. */
export type SignedIn = Visitor & { role: Role };

/** Who a request's cookie belongs to; null without a live session and after one's time. */
export async function readSession(
  auth: Auth,
  headers: IncomingHttpHeaders,
  now: Date,
): Promise<Visitor | null> {
  if (!headers.cookie) return null;
  const found = await auth.api.getSession({ headers: fromNodeHeaders(headers) });
  if (!found) return null;
  const { id, name, email, role, accounts, accessUntil } = found.user;
  if (accessUntil && accessUntil <= now) return null;
  const { session } = found;
  return {
    ...{ sessionId: session.id, userId: id, name, email, key: null },
    ...{ role: roleSchema.safeParse(role).data ?? null, scope: scopeOfAccounts(accounts) },
    recentUntil: recentUntil(session.createdAt, session.confirmedAt ?? null),
  };
}

/** The scope of a person's `accounts`: null is every one. */
export function scopeOfAccounts(accounts: unknown): ReaderScope {
  return { accounts: accounts ? z.array(z.string()).parse(accounts) : 'all' };
}
