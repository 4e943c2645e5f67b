import { DomainError } from '@ippo/contracts';
import { sessionIdOfKey } from '../../auth/api-keys.ts';
import { revokeKey } from '../../store/people-keys.ts';
import { contract, signedIn } from '../implement.ts';

export default contract.profile.revokeKey.handler(async ({ input: { id }, context }) => {
  const { db, now, sessionEnds } = context.services;
  const { userId } = signedIn(context);
  if (!(await revokeKey(db, { actor: userId, userId, id, at: now() })))
    throw new DomainError('not-found');
  sessionEnds.ended(sessionIdOfKey(id));
  return { done: true as const };
});
