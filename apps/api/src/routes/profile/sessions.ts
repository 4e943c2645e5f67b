import { listSessions } from '../../store/people-sessions.ts';
import { contract, signedIn } from '../implement.ts';

export default contract.profile.sessions.handler(async ({ context }) => {
  const { userId, sessionId } = signedIn(context);
  const { db, now } = context.services;
  const sessions = await listSessions(db, userId, now());
  return {
    sessions: sessions.map((session) => ({
      id: session.id,
      signedInAt: session.createdAt.toISOString(),
      lastSeenAt: session.updatedAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
      address: session.ipAddress || null,
      browser: session.userAgent || null,
      current: session.id === sessionId,
    })),
  };
});
