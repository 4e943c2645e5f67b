import { DomainError } from '@ippo/contracts';

/** A role's ARN in its parts; `name` is without the path. */
export type RoleArn = { arn: string; account: string; name: string };

const shape = /^arn:aws(?:-[a-z]+)*:iam::(\d{12}):role\/(?:[\x21-\x7e]+\/)?([\w+=,.@-]{1,64})$/;

/**
 * Reads the ARN of a role of any partition. Throws DomainError `role-arn-refused` where it is none, or where
 * the role's name does not fit the install's pattern, in which `*` stands for anything.
 */
export function parseRoleArn(text: string, pattern: string): RoleArn {
  const [arn, account = '', name = ''] = shape.exec(text) ?? [];
  if (arn === undefined || arn.length > 600 || !fits(name, pattern))
    throw new DomainError('role-arn-refused', { pattern });
  return { arn, account, name };
}

/** The name that a role is offered under a pattern. */
export function offeredRoleName(pattern: string): string {
  return pattern.replaceAll('*', 'readonly').slice(0, 64);
}

function fits(name: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('[\\w+=,.@-]*')}$`).test(name);
}
