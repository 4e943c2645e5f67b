import { DomainError, type Access } from '@ippo/contracts';

/** Throws DomainError `end-date-passed` for an access that would be over at once. */
export function requireAhead({ until }: Access, now: Date): void {
  if (until !== null && new Date(until) <= now) throw new DomainError('end-date-passed');
}
