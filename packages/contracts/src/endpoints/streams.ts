import type { Permission } from '../roles.ts';

/** Addresses under `/api` whose answer is a stream, so that no schema of an answer describes them. */
export const streams = {
  events: { method: 'GET', path: '/events', permission: 'read' },
  /** Takes a `reportOrderSchema`. */
  'reports.make': { method: 'POST', path: '/reports/files', permission: 'read' },
} as const satisfies Record<
  string,
  { method: 'GET' | 'POST'; path: string; permission: Permission }
>;
