import type { StepId } from '@ippo/contracts';

/** Every address of the web; nothing else spells one. */
export const paths = {
  overview: '/',
  firstSteps: '/first-steps',
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

export function checkPath(id: string): string {
  return `/checks/${encodeURIComponent(id)}`;
}

export function preflightPath(target: string): string {
  return `/preflight?target=${encodeURIComponent(target)}`;
}

export function stepPath(id: StepId): string {
  return `/first-steps#${id}`;
}
