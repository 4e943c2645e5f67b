import { signOutEverywhere } from '../../store/people-access.ts';
import { contract, signedIn } from '../implement.ts';
import { endStreams } from './end-streams.ts';

export default contract.team.signOut.handler(async ({ input, context }) => {
  const { services } = context;
  const actor = signedIn(context).userId;
  const ended = await signOutEverywhere(services.db, { actor, id: input.id, at: services.now() });
  endStreams(services, ended);
  return { ended: ended.length };
});
