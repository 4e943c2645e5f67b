import { DomainError } from '@ippo/contracts';
import { hashPassword } from '../../auth/auth.ts';
import { tokenHash } from '../../auth/secrets.ts';
import { recordInAuditLog } from '../../store/audit.ts';
import { addOwnerWithToken, ownerExists, setupTokenWorksUntil } from '../../store/people.ts';
import { contract } from '../implement.ts';

export default contract.setup.createOwner.handler(async ({ input, context: { services } }) => {
  const { db, auth, now } = services;
  const { token, password, ...person } = input;
  const hash = tokenHash(token);
  if (await ownerExists(db)) throw new DomainError('setup-done');
  // Looked at first: a wrong token must not cost a slow password hash.
  if ((await setupTokenWorksUntil(db, hash, now())) !== null) {
    const passwordHash = await hashPassword(auth, password);
    if (await addOwnerWithToken(db, hash, { ...person, passwordHash }, now()))
      return { created: true as const };
  }
  await recordInAuditLog(db, { at: now(), actor: null, action: 'setup.refused' });
  throw new DomainError('setup-token-invalid');
});
