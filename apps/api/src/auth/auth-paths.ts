/**
 * What of the sign-in library can be reached from outside; everything else is not there. Of a body only
 * the named fields go through: the library knows more, such as trusting a browser for a month. Those of
 * the step `sso` are ours (http/sso-routes.ts).
 */
export const authPaths = [
  { method: 'POST', path: '/sign-in/email', fields: ['email', 'password'], step: 'password' },
  { method: 'POST', path: '/two-factor/verify-totp', fields: ['code'], step: 'code' },
  { method: 'POST', path: '/two-factor/verify-backup-code', fields: ['code'], step: 'backup-code' },
  { method: 'POST', path: '/sign-out', fields: [], step: null },
  { method: 'GET', path: '/get-session', fields: [], step: null },
  { method: 'GET', path: '/sso/start', fields: [], step: 'sso' },
  { method: 'GET', path: '/sso/callback', fields: [], step: 'sso' },
] as const;
export type AuthPath = (typeof authPaths)[number];

/** The entry of a request below the sign-in path, or null where it is not on the list. */
export function authPathOf(method: string, path: string): AuthPath | null {
  return authPaths.find((allowed) => allowed.method === method && allowed.path === path) ?? null;
}
