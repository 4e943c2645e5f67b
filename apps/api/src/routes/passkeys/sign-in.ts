import { DomainError } from '@ippo/contracts';
import { checkPasskeySignIn } from '../../auth/passkeys.ts';
import { recordInAuditLog } from '../../store/audit.ts';
import { noteSignIn } from '../../store/people-sessions.ts';
import { contract } from '../implement.ts';

export default contract.passkeys.signIn.handler(async ({ input, context }) => {
  const { services, origin, headers, setCookies } = context;
  const { db, auth } = services;
  const at = services.now();
  const detail = { by: 'passkey' };
  try {
    const { userId } = await checkPasskeySignIn({ db, origin, now: at }, input.response);
    const started = await auth.api.startSession({ body: { userId }, headers, returnHeaders: true });
    if (!started.response.started) throw new DomainError('passkey-refused');
    await noteSignIn(db, userId, at);
    await recordInAuditLog(db, { at, actor: userId, action: 'session.started', detail });
    setCookies(started.headers.getSetCookie());
    return { done: true as const };
  } catch (error) {
    if (error instanceof DomainError)
      await recordInAuditLog(db, { at, actor: null, action: 'session.refused', detail });
    throw error;
  }
});
