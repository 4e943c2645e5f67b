import { DomainError } from '@ippo/contracts';
import { revokeInvite } from '../../store/people-invites.ts';
import { contract, signedIn } from '../implement.ts';

export default contract.team.revokeInvite.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const actor = signedIn(context).userId;
  if (!(await revokeInvite(db, { actor, id: input.id, at: now() })))
    throw new DomainError('not-found');
  return { done: true as const };
});
