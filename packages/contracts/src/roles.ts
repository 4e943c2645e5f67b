import { z } from 'zod';

/** The roles of this install, from most to least trusted. */
export const roles = ['owner', 'operator', 'viewer', 'auditor'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** Who may call an endpoint: anyone without a session, anyone signed in, or what a permission says. */
export const permissions = {
  anyone: 'no session needed',
  /** Reports, findings, evidence and exports, of the accounts that the person may see. */
  read: ['owner', 'operator', 'viewer', 'auditor'],
  /** One's own password, second factor, sessions and keys. */
  self: ['owner', 'operator', 'viewer', 'auditor'],
  /** Scan, cancel, answer questions, preflight. */
  scan: ['owner', 'operator'],
  /** Connect, test, rename, pause and remove AWS accounts. */
  connect: ['owner'],
  /** People, their roles and invitations. */
  team: ['owner'],
  /** Schedules, retention, thresholds, holds. */
  settings: ['owner'],
  /** Who did what in this install. */
  audit: ['owner'],
} as const satisfies Record<string, readonly Role[] | string>;
export type Permission = keyof typeof permissions;

/** Whether a role may do what a permission names. */
export function may(role: Role | null, permission: Permission): boolean {
  if (permission === 'anyone') return true;
  const allowed: readonly Role[] = permissions[permission];
  return role !== null && allowed.includes(role);
}
