import { hashPassword } from '../../auth/auth.ts';
import { requireOwnPassword } from '../../auth/own-password.ts';
import { changeOwnPassword } from '../../store/people-passwords.ts';
import { contract, signedIn } from '../implement.ts';
import { endStreams } from '../team/end-streams.ts';

export default contract.profile.changePassword.handler(async ({ input, context }) => {
  const { services } = context;
  const { userId, sessionId } = signedIn(context);
  const at = services.now();
  await requireOwnPassword(services, userId, input.current, at);
  const hash = await hashPassword(services.auth, input.password);
  const ended = await changeOwnPassword(services.db, { userId, sessionId, at }, hash);
  endStreams(services, ended);
  return { ended: ended.length };
});
