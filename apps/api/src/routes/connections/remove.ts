import { removeWithHistory } from '../../scan/remove-connection.ts';
import { contract, signedIn } from '../implement.ts';
import { named } from './shown-again.ts';

export default contract.connections.remove.handler(async ({ input, context }) => {
  const { userId } = signedIn(context);
  const { db, now } = context.services;
  const connection = await named(context, input.id);
  const who = { actor: userId, at: now() };
  return { scansErased: await removeWithHistory(db, connection, input, who) };
});
