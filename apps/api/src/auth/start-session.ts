import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/** Lets us start a session for somebody whom we have recognised ourselves; it has no path of its own. */
export function startSession() {
  return {
    id: 'start-session',
    endpoints: {
      startSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ userId: z.string() }), requireHeaders: true },
        async (context) => {
          const { internalAdapter } = context.context;
          const user = await internalAdapter.findUserById(context.body.userId);
          const session = user && (await internalAdapter.createSession(user.id));
          if (!user || !session) return { started: false };
          await setSessionCookie(context, { session, user });
          return { started: true };
        },
      ),
    },
  };
}
