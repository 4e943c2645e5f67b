import { z } from 'zod';
import { personNameSchema } from './person.ts';
import type { Permission } from './roles.ts';
import { instantSchema } from './text.ts';

/** What every API key begins with, so that it is recognised where it does not belong. */
export const keyPrefix = 'ippo_';

/** What a key lets its program do, never more than its person may. */
export const keyScopes = ['read', 'scan'] as const;
export const keyScopeSchema = z.enum(keyScopes);
export type KeyScope = z.infer<typeof keyScopeSchema>;

/** A key lives for a year at most. */
export const longestKeyDays = 365;

/** Whether a key of a scope may do what a permission names; people and settings are no key's business. */
export function keyAllows(scope: KeyScope, permission: Permission): boolean {
  if (permission === 'anyone' || permission === 'read') return true;
  return permission === 'scan' && scope === 'scan';
}

/** A key to make. */
export const newApiKeySchema = z.object({
  name: personNameSchema,
  scope: keyScopeSchema,
  days: z.number().int().min(1).max(longestKeyDays),
});

/** One of one's own keys, without the key itself. */
export const apiKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  scope: keyScopeSchema,
  /** Its last four characters. */
  ending: z.string(),
  createdAt: instantSchema,
  /** It stops working then; an expired one stays listed until it is revoked. */
  expiresAt: instantSchema,
  /** To the minute; null where it was never used. */
  lastUsedAt: instantSchema.nullable(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;
