import { DomainError } from '@ippo/contracts';
import { tokenHash } from '../../auth/secrets.ts';
import { ownerExists, setupTokenWorksUntil } from '../../store/people.ts';
import { contract } from '../implement.ts';

export default contract.setup.check.handler(async ({ input, context: { services } }) => {
  if (await ownerExists(services.db)) throw new DomainError('setup-done');
  const until = await setupTokenWorksUntil(services.db, tokenHash(input.token), services.now());
  if (until === null) throw new DomainError('setup-token-invalid');
  return { until: until.toISOString() };
});
