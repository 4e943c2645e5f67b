import type { StepId } from '@ippo/contracts';

/** Every address of the web; nothing else spells one. */
export const paths = {
  overview: '/',
  firstSteps: '/first-steps',
  weekly: '/weekly',
  week: '/weekly/:week',
  findings: '/findings',
  finding: '/findings/:fingerprint',
  regions: '/regions',
  changes: '/changes',
  reports: '/reports',
  verifyReport: '/reports/verify',
  exceptions: '/exceptions',
  answers: '/answers',
  accounts: '/accounts',
  connect: '/accounts/connect',
  team: '/team',
  auditLog: '/audit-log',
  settings: '/settings',
  profile: '/profile',
  sharedResponsibility: '/shared-responsibility',
  join: '/join',
  reset: '/reset',
  scans: '/scans',
  scan: '/scans/:id',
  checks: '/checks',
  check: '/checks/:id',
  start: '/start',
  preflight: '/preflight',
  setup: '/setup',
  signIn: '/sign-in',
} as const;

export function scanPath(id: string): string {
  return `/scans/${encodeURIComponent(id)}`;
}

export function changesPath(from: string, to: string): string {
  return `/changes?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`;
}

export function checkPath(id: string): string {
  return `/checks/${encodeURIComponent(id)}`;
}

export function findingPath(fingerprint: string): string {
  return `/findings/${encodeURIComponent(fingerprint)}`;
}

export function weekPath(week: string): string {
  return `/weekly/${encodeURIComponent(week)}`;
}

export function preflightPath(target: string): string {
  return `/preflight?target=${encodeURIComponent(target)}`;
}

/** Sign-in that leads back to an address; `ended`: somebody was at work there. */
export function signInPath(then: string, ended: boolean): string {
  const params = new URLSearchParams(then === paths.overview ? [] : [['then', then]]);
  if (ended) params.set('ended', 'yes');
  return params.size === 0 ? paths.signIn : `${paths.signIn}?${params}`;
}

/** The steps of connecting an account, further on for a connection that was begun. */
export function connectPath(connection: string): string {
  return `/accounts/connect?connection=${encodeURIComponent(connection)}`;
}

export function stepPath(id: StepId): string {
  return `/first-steps#${id}`;
}
