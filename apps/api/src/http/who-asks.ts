import { DomainError, keyAllows, may, type Permission } from '@ippo/contracts';
import type { Request } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { readApiKey } from '../auth/api-keys.ts';
import { readSession, type SignedIn, type Visitor } from '../auth/session.ts';
import { recordInAuditLog } from '../store/audit.ts';
import { countTry } from '../store/tries.ts';
import { bearerOf } from './bearer.ts';
import type { Services } from './services.ts';

/** Who a request comes from, by API key or by cookie, or null. Throws DomainError `key-invalid`. */
export async function whoAsks(services: Services, request: Request): Promise<Visitor | null> {
  const { auth, db, now } = services;
  const at = now();
  const bearer = bearerOf(request);
  if (bearer === null) return readSession(auth, request.headers, at);
  const visitor = await readApiKey(db, bearer, at);
  if (visitor) return visitor;
  // The first few of an address tell what there is to know; more would only fill the log.
  const network = ipKeyGenerator(request.ip ?? '');
  if (await countTry(db, { network }, at))
    await recordInAuditLog(db, { at, actor: null, action: 'key.refused', detail: { network } });
  throw new DomainError('key-invalid');
}

/**
 * Lets pass whom a permission names. Throws DomainError `sign-in-required`, `no-role`, `forbidden`, or
 * `key-not-allowed` where the person may but the key may not.
 */
export function requirePermission(visitor: Visitor | null, permission: Permission): void {
  if (permission === 'anyone') return;
  if (visitor === null) throw new DomainError('sign-in-required');
  if (!hasRole(visitor)) throw new DomainError('no-role');
  if (!may(visitor.role, permission)) throw new DomainError('forbidden');
  if (visitor.key !== null && !keyAllows(visitor.key, permission))
    throw new DomainError('key-not-allowed');
}

/** Who asks, where they may; throws as `whoAsks` and `requirePermission` do. */
export async function requireReader(
  services: Services,
  request: Request,
  permission: Exclude<Permission, 'anyone'>,
): Promise<SignedIn> {
  const visitor = await whoAsks(services, request);
  requirePermission(visitor, permission);
  if (visitor === null || !hasRole(visitor)) throw new DomainError('sign-in-required');
  return visitor;
}

/** Whether an owner gave somebody a role. */
export function hasRole(visitor: Visitor): visitor is SignedIn {
  return visitor.role !== null;
}
