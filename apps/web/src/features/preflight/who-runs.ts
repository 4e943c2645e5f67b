/** Whom a policy is added to, read from the caller's ARN. */
export type Runner =
  | { kind: 'role' | 'user' | 'permission-set'; name: string }
  | { kind: 'other'; name: string };

/**
 * A role behind a session, a user, or the permission set behind a role of IAM Identity Center: such roles
 * are named `AWSReservedSSO_<permission set>_<16 hex digits>`, and IAM refuses to change them by hand.
 */
export function runnerOf(arn: string): Runner {
  const [kind, ...path] = arn.split(':').slice(5).join(':').split('/');
  const last = path.at(-1) ?? '';
  if (kind === 'user' && last !== '') return { kind, name: last };
  if (kind !== 'assumed-role' && kind !== 'role') return { kind: 'other', name: arn };
  const role = (kind === 'role' ? last : path[0]) ?? '';
  const set = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/.exec(role)?.[1];
  if (set !== undefined) return { kind: 'permission-set', name: set };
  return role === '' ? { kind: 'other', name: arn } : { kind: 'role', name: role };
}
