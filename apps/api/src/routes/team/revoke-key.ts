import { DomainError } from '@ippo/contracts';
import { sessionIdOfKey } from '../../auth/api-keys.ts';
import { revokeKey } from '../../store/people-keys.ts';
import { contract, signedIn } from '../implement.ts';

export default contract.team.revokeKey.handler(async ({ input, context }) => {
  const { db, now, sessionEnds } = context.services;
  const actor = signedIn(context).userId;
  const { id: userId, key: id } = input;
  if (!(await revokeKey(db, { actor, userId, id, at: now() }))) throw new DomainError('not-found');
  sessionEnds.ended(sessionIdOfKey(id));
  return { done: true as const };
});
