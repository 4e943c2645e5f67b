import type { Permission } from '../roles.ts';

/** GET addresses under `/api` whose answer is a stream, so that no schema of an answer describes them. */
export const streams = {
  events: { path: '/events', permission: 'read' },
  'audit.export': { path: '/audit/export', permission: 'audit' },
} as const satisfies Record<string, { path: string; permission: Permission }>;
