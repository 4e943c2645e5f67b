import { createPrivateKey, sign } from 'node:crypto';
import type { PackSigner } from '@ippo/pack';
import type { PackSource } from '../pack-source.ts';

/** Signs with the install's key; throws where it is no Ed25519 key. */
export function packSigner({ private: pem, public: publicKey }: PackSource['key']): PackSigner {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the signing key is no Ed25519 key');
  return { publicKey, sign: (message) => sign(null, message, key) };
}
