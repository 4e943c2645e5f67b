import { DomainError } from '@ippo/contracts';
import { newToken, tokenHash } from '../../auth/secrets.ts';
import { addPasswordReset, readPasswordHash } from '../../store/people-passwords.ts';
import { readPerson } from '../../store/people.ts';
import { contract, recentlySignedIn } from '../implement.ts';

const minuteMs = 60 * 1_000;

export default contract.team.resetPassword.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const by = recentlySignedIn(context).userId;
  const person = await readPerson(db, input.id);
  if (!person) throw new DomainError('not-found');
  // Without a password here a new one would open nothing: the organisation's own sign-in does.
  if ((await readPasswordHash(db, person.id)) === null)
    throw new DomainError('no-password-to-reset');
  const token = newToken();
  const at = now();
  const expiresAt = new Date(at.getTime() + input.validMinutes * minuteMs);
  await addPasswordReset(db, { hash: tokenHash(token), userId: person.id, by, at, expiresAt });
  const link = `${context.origin}/reset#token=${token}`;
  return { link, expiresAt: expiresAt.toISOString() };
});
