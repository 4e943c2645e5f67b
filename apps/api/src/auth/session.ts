import { roleSchema, type Role } from '@ippo/contracts';
import { fromNodeHeaders } from 'better-auth/node';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { ReaderScope } from '../store/reader-scope.ts';
import type { Auth } from './auth.ts';
import { recentUntil } from './recent-sign-in.ts';

/** Who is signed in. */
export type SignedIn = {
  sessionId: string;
  userId: string;
  name: string;
  email: string;
  role: Role;
  /** The AWS accounts that this person may see. */
  scope: ReaderScope;
  /** Until when this counts as a recent sign-in. */
  recentUntil: Date;
};

/** Who a request comes from; null without a live session, after one's time, and for an unknown role. */
export async function readSession(
  auth: Auth,
  headers: IncomingHttpHeaders,
  now: Date,
): Promise<SignedIn | null> {
  if (!headers.cookie) return null;
  const found = await auth.api.getSession({ headers: fromNodeHeaders(headers) });
  const role = roleSchema.safeParse(found?.user.role);
  if (!found || !role.success) return null;
  const { id, name, email, accounts, accessUntil } = found.user;
  if (accessUntil && accessUntil <= now) return null;
  const scope: ReaderScope = { accounts: accounts ? z.array(z.string()).parse(accounts) : 'all' };
  const { session } = found;
  return {
    ...{ sessionId: session.id, userId: id, name, email, role: role.data, scope },
    recentUntil: recentUntil(session.createdAt, session.confirmedAt ?? null),
  };
}
