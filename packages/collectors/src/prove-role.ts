import { randomUUID } from 'node:crypto';
import { DomainError } from '@ippo/contracts';
import { askForRole, problemOf, saysNo, type RoleAccess } from './assume-role.ts';
import type { AwsAccess } from './aws-access.ts';
import { identify, type Identity } from './identify.ts';
import type { AwsSession } from './session.ts';

/** The shortest session that STS gives; nobody uses these. */
const shortestSeconds = 900;

/**
 * Uses a role once, and makes sure that it asks for exactly our external id: it must let us in with it, and
 * neither without one nor with another. Who AWS says that we are there; nothing of the account is read. Throws
 * `role-refused`, `role-open-without-external-id`, `account-mismatch`, `role-in-other-partition`, or what
 * `identify` throws.
 */
export async function proveRole(access: AwsAccess, role: RoleAccess): Promise<Identity> {
  const base = await access.base();
  try {
    const own = await identify(base);
    const partition = role.roleArn.split(':')[1] ?? '';
    if (own.partition !== partition)
      throw new DomainError('role-in-other-partition', { partition, own: own.partition });
    const identity = await identifyThrough(access, role);
    const { roleArn } = role;
    await requireClosed(base, { roleArn });
    await requireClosed(base, { roleArn, externalId: `ippo-other-${randomUUID()}` });
    return identity;
  } finally {
    base.close();
  }
}

async function identifyThrough(access: AwsAccess, role: RoleAccess): Promise<Identity> {
  const session = await access.role(role);
  try {
    return await identify(session);
  } finally {
    session.close();
  }
}

/** Anybody who may use our credentials for another could read this account: the "confused deputy" (IAM User Guide). */
async function requireClosed(
  base: AwsSession,
  role: { roleArn: string; externalId?: string },
): Promise<void> {
  const asked = await askForRole(base, role, shortestSeconds);
  if ('credentials' in asked)
    throw new DomainError('role-open-without-external-id', { role: role.roleArn });
  // Only AWS's own no is a closed door; a failed question is none.
  if (!saysNo(asked.error)) throw await problemOf(base, role, asked.error);
}
