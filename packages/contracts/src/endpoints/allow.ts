import { oc } from '@orpc/contract';
import type { Permission } from '../roles.ts';

/** An endpoint begins with who may call it, so one without a permission cannot be written. */
export function allow(permission: Permission) {
  return oc.$meta({ permission });
}
