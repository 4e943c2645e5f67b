import { preflightWithChecks } from '../../scan/preflight-with-checks.ts';
import { testConnection } from '../../scan/test-connection.ts';
import { readScannable } from '../../store/connections.ts';
import { contract, scopeOf, signedIn } from '../implement.ts';

export default contract.preflight.handler(async ({ input, context }) => {
  const { userId } = signedIn(context);
  const { db, openTarget } = context.services;
  const connection = await readScannable(db, scopeOf(context), input.target);
  // Whether the role still lets nobody else in belongs to what is asked before a scan.
  if (connection.kind === 'role') await testConnection(context.services, connection, userId);
  const session = await openTarget(input.target);
  try {
    return await preflightWithChecks(session);
  } finally {
    session.close();
  }
});
