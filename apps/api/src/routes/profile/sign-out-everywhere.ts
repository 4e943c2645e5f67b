import { signOutEverywhere } from '../../store/people-access.ts';
import { contract, signedIn } from '../implement.ts';
import { endStreams } from '../team/end-streams.ts';

export default contract.profile.signOutEverywhere.handler(async ({ input, context }) => {
  const { services } = context;
  const { userId, sessionId } = signedIn(context);
  const at = services.now();
  const but = input.thisToo ? {} : { but: sessionId };
  const person = { actor: userId, id: userId, at };
  const ended = await signOutEverywhere(services.db, person, but);
  endStreams(services, ended);
  return { ended: ended.length };
});
