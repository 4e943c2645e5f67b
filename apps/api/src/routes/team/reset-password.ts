import { DomainError } from '@ippo/contracts';
import { newToken, tokenHash } from '../../auth/secrets.ts';
import { addPasswordReset } from '../../store/people-passwords.ts';
import { readPerson } from '../../store/people.ts';
import { contract, recentlySignedIn } from '../implement.ts';

const minuteMs = 60 * 1_000;

export default contract.team.resetPassword.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const by = recentlySignedIn(context).userId;
  const person = await readPerson(db, input.id);
  if (!person) throw new DomainError('not-found');
  const token = newToken();
  const at = now();
  const expiresAt = new Date(at.getTime() + input.validMinutes * minuteMs);
  await addPasswordReset(db, { hash: tokenHash(token), userId: person.id, by, at, expiresAt });
  const link = `${context.origin}/reset#token=${token}`;
  return { link, expiresAt: expiresAt.toISOString() };
});
