import { newToken, tokenHash } from '../../auth/secrets.ts';
import { addInvite } from '../../store/people-invites.ts';
import { contract, recentlySignedIn } from '../implement.ts';
import { requireAhead } from './require-ahead.ts';

const hourMs = 60 * 60 * 1_000;

export default contract.team.invite.handler(async ({ input, context }) => {
  const { userId } = recentlySignedIn(context);
  const { db, now } = context.services;
  const { email, access, validHours } = input;
  const at = now();
  requireAhead(access, at);
  const token = newToken();
  const expiresAt = new Date(at.getTime() + validHours * hourMs);
  const id = await addInvite(db, {
    ...{ hash: tokenHash(token), email, access, by: userId, at, expiresAt },
  });
  const link = `${context.origin}/join#token=${token}`;
  return { id, link, expiresAt: expiresAt.toISOString() };
});
