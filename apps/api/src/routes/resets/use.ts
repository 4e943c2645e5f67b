import { DomainError } from '@ippo/contracts';
import { hashPassword } from '../../auth/auth.ts';
import { tokenHash } from '../../auth/secrets.ts';
import { recordInAuditLog } from '../../store/audit.ts';
import { readUsableReset, usePasswordReset } from '../../store/people-passwords.ts';
import { forgetTries } from '../../store/tries.ts';
import { contract } from '../implement.ts';
import { endStreams } from '../team/end-streams.ts';

export default contract.resets.use.handler(async ({ input, context: { services } }) => {
  const { db, auth, now } = services;
  const hash = tokenHash(input.token);
  // Looked at first: a wrong token must not cost a slow password hash.
  const reset = await readUsableReset(db, hash, now());
  if (reset) {
    const { email, userId } = reset;
    const used = await usePasswordReset(db, hash, await hashPassword(auth, input.password), now());
    if (used) {
      await forgetTries(db, { email });
      await forgetTries(db, { userId });
      endStreams(services, used.ended);
      return { email };
    }
  }
  const detail = { link: 'reset' };
  await recordInAuditLog(db, { at: now(), actor: null, action: 'link.refused', detail });
  throw new DomainError('link-invalid');
});
