import { DomainError } from '@ippo/contracts';
import { endOwnSession } from '../../store/people-sessions.ts';
import { contract, signedIn } from '../implement.ts';
import { endStreams } from '../team/end-streams.ts';

export default contract.profile.endSession.handler(async ({ input, context }) => {
  const { services } = context;
  const { userId } = signedIn(context);
  if (!(await endOwnSession(services.db, userId, input.id, services.now())))
    throw new DomainError('not-found');
  endStreams(services, [input.id]);
  return { done: true as const };
});
