import type { CallerReach, Connection } from '@ippo/contracts';

/** Names of AWS-managed policies that change things, as permission sets and roles are called after them. */
const changing =
  /^(?:AWS)?(?:Administrator|PowerUser|SystemAdministrator|NetworkAdministrator|DatabaseAdministrator|IAMFull)(?:Access)?$|FullAccess$|^Admin$/;

/** Roles that AWS makes with `AdministratorAccess` (Organizations and Control Tower User Guides). */
const madeByAws = ['OrganizationAccountAccessRole', 'AWSControlTowerExecution'];

/**
 * What an identity may do beyond reading, as far as it can be told without asking IAM, which would take
 * permissions that a scan does not need.
 */
export function reachOf(kind: Connection['kind'], arn: string): CallerReach {
  if (kind === 'role') return 'narrowed';
  if (/^arn:[\w-]+:iam::\d{12}:root$/.test(arn)) return 'everything';
  const role =
    /:assumed-role\/([^/]+)\//.exec(arn)?.[1] ?? /:user\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
  // IAM Identity Center names its roles after the permission set, with 16 hexadecimal digits behind it.
  const name = role?.replace(/^AWSReservedSSO_(.+)_[0-9a-f]{16}$/, '$1') ?? '';
  return madeByAws.includes(name) || changing.test(name) ? 'more-by-name' : 'not-known';
}
