import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth } from 'better-auth/minimal';
import type { Database } from '../store/database.ts';
import { sessions, signInMethods, users, verifications } from '../store/schema/people.ts';

export const passwordLength = { min: 14, max: 200 };
/** Paths of the sign-in library, below this. */
export const authPath = '/api/auth';

const daySeconds = 24 * 60 * 60;

/** What sign-in needs to know of this install. */
export type AuthSettings = { db: Database; secret: string; baseUrl: string };

/** The sign-in library on our tables: e-mail and password, nobody signs up by themselves. */
export function openAuth({ db, secret, baseUrl }: AuthSettings) {
  return betterAuth({
    appName: 'Ippo',
    baseURL: baseUrl,
    basePath: authPath,
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Our own limits and Origin check stand in front of every path (http/), also of these.
    rateLimit: { enabled: false },
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: {
        user: users,
        session: sessions,
        account: signInMethods,
        verification: verifications,
      },
    }),
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        accounts: { type: 'json', required: false, input: false },
        accessUntil: { type: 'date', required: false, input: false },
      },
    },
    session: { expiresIn: 7 * daySeconds, updateAge: daySeconds },
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
