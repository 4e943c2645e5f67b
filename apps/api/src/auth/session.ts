import { roleSchema, type Role } from '@ippo/contracts';
import { fromNodeHeaders } from 'better-auth/node';
import type { IncomingHttpHeaders } from 'node:http';
import type { Auth } from './auth.ts';

/** Who is signed in. */
export type SignedIn = {
  sessionId: string;
  userId: string;
  name: string;
  email: string;
  role: Role;
};

/** Who a request comes from; null without a live session, and for a role that nobody knows. */
export async function readSession(
  auth: Auth,
  headers: IncomingHttpHeaders,
): Promise<SignedIn | null> {
  if (!headers.cookie) return null;
  const found = await auth.api.getSession({ headers: fromNodeHeaders(headers) });
  const role = roleSchema.safeParse(found?.user.role);
  if (!found || !role.success) return null;
  const { id, name, email } = found.user;
  return { sessionId: found.session.id, userId: id, name, email, role: role.data };
}
