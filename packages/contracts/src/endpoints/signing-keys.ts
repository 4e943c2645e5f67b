import { z } from 'zod';
import { instantSchema } from '../text.ts';
import { allow } from './allow.ts';

/** A public key that evidence packs of this install are, or were, signed with. */
export const signingKeySchema = z.object({
  /** SHA-256 (hex) of the key's SubjectPublicKeyInfo, which people compare. */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  /** SubjectPublicKeyInfo, PEM. */
  publicKey: z.string(),
  since: instantSchema,
  /** Null of the one in use. */
  retiredAt: instantSchema.nullable(),
});
export type SigningKey = z.infer<typeof signingKeySchema>;

/** What packs of this install are checked with: old keys stay for old packs. */
export const signingKeysEndpoints = {
  list: allow('read')
    .route({
      method: 'GET',
      path: '/reports/keys',
      summary: 'Public keys of evidence packs, the one in use first; none before the first pack',
    })
    .output(z.object({ keys: z.array(signingKeySchema) })),
};
