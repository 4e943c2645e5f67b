import { createPrivateKey, sign } from 'node:crypto';
import type { PackSigner } from '@ippo/pack';
import type { KeyPair } from '../auth/private-keys.ts';

/** Signs packs with a key pair, as the format of packs does. */
export function packSigner({ privateKey, publicKey }: KeyPair): PackSigner {
  const key = createPrivateKey(privateKey);
  return { publicKey, sign: (message) => sign(null, message, key) };
}
