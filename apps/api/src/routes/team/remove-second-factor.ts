import { removeFactorsOf } from '../../store/people-access.ts';
import { contract, recentlySignedIn } from '../implement.ts';
import { endStreams } from './end-streams.ts';

export default contract.team.removeSecondFactor.handler(async ({ input, context }) => {
  const { services } = context;
  const actor = recentlySignedIn(context).userId;
  const ended = await removeFactorsOf(services.db, { actor, id: input.id, at: services.now() });
  endStreams(services, ended);
  return { done: true as const };
});
