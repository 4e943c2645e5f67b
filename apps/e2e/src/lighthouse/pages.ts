/** The pages that are measured, by the name that the table shows; a finding's address is asked of the server. */
export type MeasuredPage = { name: string; path: string };

/** Shown without a session. */
export const signInPage: MeasuredPage = { name: 'Sign-in', path: '/sign-in' };

/** Looked at again in dark: what is drawn by hand, and a long table. */
export const darkToo: readonly string[] = [
  'Sign-in',
  'Overview',
  'First steps',
  'Findings',
  'Regions',
];

export function signedInPages(finding: string): MeasuredPage[] {
  return [
    { name: 'Overview', path: '/' },
    { name: 'First steps', path: '/first-steps' },
    { name: 'Findings', path: '/findings' },
    { name: 'A finding', path: finding },
    { name: 'Regions', path: '/regions' },
    { name: 'Weekly review', path: '/weekly' },
    { name: 'Changes', path: '/changes' },
    { name: 'Scans', path: '/scans' },
    { name: 'Reports', path: '/reports' },
    { name: 'Verify a report', path: '/reports/verify' },
    { name: 'Exceptions', path: '/exceptions' },
    { name: 'Accounts', path: '/accounts' },
    { name: 'Team', path: '/team' },
    { name: 'Audit log', path: '/audit-log' },
    { name: 'Settings', path: '/settings' },
  ];
}
