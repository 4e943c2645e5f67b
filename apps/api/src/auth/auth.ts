import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Database } from '../store/database.ts';
import { mayStillSignIn } from '../store/people-sessions.ts';
import { sessions, signInMethods, users, verifications } from '../store/schema/people.ts';
import { secondFactors } from '../store/schema/team.ts';
import { startSession } from './start-session.ts';
import { waitingUser } from './waiting-user.ts';

export const passwordLength = { min: 14, max: 200 };
/** Paths of the sign-in library, below this. */
export const authPath = '/api/auth';

const daySeconds = 24 * 60 * 60;

/** What sign-in needs to know of this install. */
export type AuthSettings = { db: Database; secret: string; baseUrl: string; now?: () => Date };

/** The sign-in library on our tables: e-mail and password, then a code where asked for. Nobody signs up. */
export function openAuth({ db, secret, baseUrl, now = () => new Date() }: AuthSettings) {
  return betterAuth({
    appName: 'Ippo',
    baseURL: baseUrl,
    basePath: authPath,
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    // What is no refusal, such as a database that is away, must not be taken for a wrong password.
    onAPIError: { throw: true },
    // Our own limits and Origin check stand in front of every path (http/), also of these.
    rateLimit: { enabled: false },
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: {
        user: users,
        session: sessions,
        account: signInMethods,
        verification: verifications,
        twoFactor: secondFactors,
      },
    }),
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        accounts: { type: 'json', required: false, input: false },
        accessUntil: { type: 'date', required: false, input: false },
      },
    },
    session: {
      ...{ expiresIn: 7 * daySeconds, updateAge: daySeconds },
      additionalFields: { confirmedAt: { type: 'date', required: false, input: false } },
    },
    // The last gate of every way in: none opens a session for somebody whose time here is over.
    databaseHooks: {
      session: { create: { before: async ({ userId }) => mayStillSignIn(db, userId, now()) } },
    },
    plugins: [
      // 10 wrong codes in a row close the account's codes for 15 minutes, 5 a sign-in.
      twoFactor({
        issuer: 'Ippo',
        accountLockout: { maxFailedAttempts: 10, durationSeconds: 900 },
      }),
      startSession(),
      waitingUser(),
    ],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    advanced: {
      cookiePrefix: 'ippo',
      useSecureCookies: baseUrl.startsWith('https:'),
      disableOriginCheck: true,
      disableCSRFCheck: true,
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true },
    },
  });
}

export type Auth = ReturnType<typeof openAuth>;

/** Hashes a password as sign-in will compare it. */
export async function hashPassword(auth: Auth, password: string): Promise<string> {
  const context = await auth.$context;
  return context.password.hash(password);
}
