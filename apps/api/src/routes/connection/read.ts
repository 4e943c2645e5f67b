import { identify } from '@ippo/collectors';
import { DomainError } from '@ippo/contracts';
import { contract } from '../implement.ts';

export default contract.connection.handler(async ({ context: { services } }) => {
  const session = await services.openTarget('aws');
  const { source, operations } = session;
  const rest = { endpoint: source.url ?? null, operations: [...operations] };
  try {
    const { account, arn } = await identify(session);
    return { state: 'found' as const, identity: { account, arn }, ...rest };
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
