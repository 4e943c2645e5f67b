import { DomainError } from '@ippo/contracts';
import { removePasskey } from '../../store/people-passkeys.ts';
import { contract, recentlySignedIn } from '../implement.ts';

export default contract.profile.removePasskey.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const { userId } = recentlySignedIn(context);
  if (!(await removePasskey(db, userId, input.id, now()))) throw new DomainError('not-found');
  return { done: true as const };
});
