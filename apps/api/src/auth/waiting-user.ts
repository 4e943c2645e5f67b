import { createAuthEndpoint } from 'better-auth/api';

/** Tells whose sign-in waits for a code, by the cookie of that sign-in; it has no path of its own. */
export function waitingUser() {
  return {
    id: 'waiting-user',
    endpoints: {
      readWaitingUser: createAuthEndpoint.serverOnly(
        { method: 'GET', requireHeaders: true },
        async (context) => {
          const { createAuthCookie, internalAdapter, secret } = context.context;
          const key = await context.getSignedCookie(createAuthCookie('two_factor').name, secret);
          const waiting = key ? await internalAdapter.findVerificationValue(key) : null;
          return { userId: waiting?.value ?? null };
        },
      ),
    },
  };
}
