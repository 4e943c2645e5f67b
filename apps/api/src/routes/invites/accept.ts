import { DomainError } from '@ippo/contracts';
import { hashPassword } from '../../auth/auth.ts';
import { tokenHash } from '../../auth/secrets.ts';
import { recordInAuditLog } from '../../store/audit.ts';
import { acceptInvite, readUsableInvite } from '../../store/people-invites.ts';
import { contract } from '../implement.ts';

export default contract.invites.accept.handler(async ({ input, context: { services } }) => {
  const { db, auth, now } = services;
  const hash = tokenHash(input.token);
  // Looked at first: a wrong token must not cost a slow password hash.
  if (await readUsableInvite(db, hash, now())) {
    const passwordHash = await hashPassword(auth, input.password);
    const joined = await acceptInvite(db, hash, { name: input.name, passwordHash }, now());
    if (joined) return joined;
  }
  const detail = { link: 'invite' };
  await recordInAuditLog(db, { at: now(), actor: null, action: 'link.refused', detail });
  throw new DomainError('link-invalid');
});
