import { testConnection } from '../../scan/test-connection.ts';
import { contract, signedIn } from '../implement.ts';
import { named, shownAgain } from './shown-again.ts';

export default contract.connections.test.handler(async ({ input, context }) => {
  const { userId } = signedIn(context);
  await testConnection(context.services, await named(context, input.id), userId);
  return shownAgain(context, input.id);
});
