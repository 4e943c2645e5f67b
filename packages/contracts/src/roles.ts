import { z } from 'zod';

/** The roles of this install, from most to least trusted. */
export const roles = ['owner', 'operator', 'viewer', 'auditor'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** Who may call an endpoint: anyone without a session, anyone signed in, or what a permission says. */
export const permissions = {
  anyone: 'no session needed',
  read: ['owner', 'operator', 'viewer', 'auditor'],
  scan: ['owner', 'operator'],
  connect: ['owner'],
} as const satisfies Record<string, readonly Role[] | string>;
export type Permission = keyof typeof permissions;

/** Whether a role may do what a permission names. */
export function may(role: Role | null, permission: Permission): boolean {
  if (permission === 'anyone') return true;
  const allowed: readonly Role[] = permissions[permission];
  return role !== null && allowed.includes(role);
}
