import { DomainError } from '@ippo/contracts';
import { tokenHash } from '../../auth/secrets.ts';
import { readUsableInvite } from '../../store/people-invites.ts';
import { contract } from '../implement.ts';

export default contract.invites.check.handler(async ({ input, context: { services } }) => {
  const invite = await readUsableInvite(services.db, tokenHash(input.token), services.now());
  if (!invite) throw new DomainError('link-invalid');
  const { email, role, accessUntil, expiresAt } = invite;
  return {
    ...{ email, role, expiresAt: expiresAt.toISOString() },
    until: accessUntil?.toISOString() ?? null,
  };
});
