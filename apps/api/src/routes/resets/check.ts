import { DomainError } from '@ippo/contracts';
import { tokenHash } from '../../auth/secrets.ts';
import { readUsableReset } from '../../store/people-passwords.ts';
import { contract } from '../implement.ts';

export default contract.resets.check.handler(async ({ input, context: { services } }) => {
  const reset = await readUsableReset(services.db, tokenHash(input.token), services.now());
  if (!reset) throw new DomainError('link-invalid');
  return { email: reset.email, expiresAt: reset.expiresAt.toISOString() };
});
