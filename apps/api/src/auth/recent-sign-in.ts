import { DomainError } from '@ippo/contracts';

/** For so long after a sign-in, or after the password was given again, access can be given and taken. */
const recentMs = 10 * 60 * 1_000;

/** Until when a session counts as a recent sign-in. */
export function recentUntil(signedInAt: Date, confirmedAt: Date | null): Date {
  const last = Math.max(signedInAt.getTime(), confirmedAt?.getTime() ?? 0);
  return new Date(last + recentMs);
}

/** Throws DomainError `recent-sign-in-required` where the sign-in is longer ago. */
export function requireRecentSignIn(session: { recentUntil: Date }, now: Date): void {
  if (session.recentUntil <= now) throw new DomainError('recent-sign-in-required');
}
