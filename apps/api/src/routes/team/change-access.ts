import { changeAccess } from '../../store/people-access.ts';
import { contract, recentlySignedIn } from '../implement.ts';
import { endStreams } from './end-streams.ts';
import { requireAhead } from './require-ahead.ts';

export default contract.team.changeAccess.handler(async ({ input, context }) => {
  const { services } = context;
  const actor = recentlySignedIn(context).userId;
  const at = services.now();
  requireAhead(input.access, at);
  const { id, access } = input;
  endStreams(services, await changeAccess(services.db, { actor, id, at }, access));
  return { done: true as const };
});
