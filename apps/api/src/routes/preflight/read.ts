import { preflightWithChecks } from '../../scan/preflight-with-checks.ts';
import { contract } from '../implement.ts';

export default contract.preflight.handler(async ({ input, context: { services } }) => {
  const session = await services.openTarget(input.target);
  try {
    return await preflightWithChecks(session);
  } finally {
    session.close();
  }
});
