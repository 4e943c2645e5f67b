import { requireOwnPassword } from '../../auth/own-password.ts';
import { recentUntil } from '../../auth/recent-sign-in.ts';
import { confirmSession } from '../../store/people-sessions.ts';
import { contract, signedIn } from '../implement.ts';

export default contract.profile.confirm.handler(async ({ input, context }) => {
  const { services } = context;
  const { userId, sessionId } = signedIn(context);
  const at = services.now();
  await requireOwnPassword(services, userId, input.password, at);
  await confirmSession(services.db, { userId, sessionId, at });
  return { recentUntil: recentUntil(at, null).toISOString() };
});
