/** What of the sign-in library can be reached from outside; everything else is not there. */
export const authPaths = [
  { method: 'POST', path: '/sign-in/email' },
  { method: 'POST', path: '/sign-out' },
  { method: 'GET', path: '/get-session' },
] as const;

/** Whether a request below the sign-in path is on the list. */
export function isAllowedAuthPath(method: string, path: string): boolean {
  return authPaths.some((allowed) => allowed.method === method && allowed.path === path);
}
