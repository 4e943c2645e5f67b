import type { ApiKey } from '@ippo/contracts';
import type { StoredKey } from '../../store/people-keys.ts';

/** An API key for a page, without what could be used. */
export function keyAsShown(key: StoredKey): ApiKey {
  const { id, name, scope, ending, createdAt, expiresAt, lastUsedAt } = key;
  return {
    ...{ id, name, scope, ending },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
