import { identify } from '@ippo/collectors';
import { DomainError } from '@ippo/contracts';
import { reachOf } from '../../scan/caller-reach.ts';
import { readScannable } from '../../store/connections.ts';
import { contract, scopeOf } from '../implement.ts';

export default contract.connection.handler(async ({ input, context }) => {
  const { db, access, openTarget } = context.services;
  const { target } = input;
  // Without a target it is about this machine, whether its credentials are used for scans or not.
  const kind =
    target === undefined ? 'machine' : (await readScannable(db, scopeOf(context), target)).kind;
  const session = target === undefined ? await access.machine() : await openTarget(target);
  const { source, operations } = session;
  const rest = { endpoint: source.url ?? null, operations: [...operations] };
  try {
    const { account, arn } = await identify(session);
    const identity = { account, arn, reach: reachOf(kind, arn) };
    return { state: 'found' as const, identity, ...rest };
  } catch (error) {
    return { state: stateOf(error), identity: null, ...rest };
  } finally {
    session.close();
  }
});

function stateOf(error: unknown) {
  const code = error instanceof DomainError ? error.code : null;
  if (code === 'no-credentials') return 'none' as const;
  if (code === 'credentials-refused') return 'refused' as const;
  if (code === 'aws-unreachable') return 'unreachable' as const;
  throw error;
}
