import { createHash } from 'node:crypto';
import type { Mask } from './mask-arn.ts';

/** How a masked digest ends: no SHA-256 does. */
export const maskedEnding = '0'.repeat(12);

/**
 * A digest's mask, 64 hex digits that end in 12 zeros: the same digest has the same one. Whoever guesses what was
 * digested finds nothing by it, because `mask` has a key.
 */
export function maskDigest<Digest extends string | null>(digest: Digest, mask: Mask): Digest;
export function maskDigest(digest: string | null, mask: Mask): string | null {
  if (digest === null) return null;
  const keyed = createHash('sha256').update(mask(digest)).digest('hex');
  return keyed.slice(0, -maskedEnding.length) + maskedEnding;
}
