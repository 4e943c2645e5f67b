import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import type { PackFile } from '../pack-file.ts';
import { writePack, type PackSigner } from '../write-pack.ts';

/** RFC 8410, 7: PKCS#8 of an Ed25519 key, before its 32 bytes. */
const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key pair that is the same in every run. */
export function keyOf(number: number): KeyObject {
  const der = Buffer.concat([prefix, Buffer.alloc(32, number)]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

/** Signs with OpenSSL, as an install does. */
export function signerOf(number: number): PackSigner {
  const key = keyOf(number);
  return {
    publicKey: createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString(),
    sign: (message) => sign(null, message, key),
  };
}

/** Files of several sizes, an empty one among them. */
export const files: PackFile[] = [
  { name: 'report.json', bytes: Buffer.from('{"a":1}\n'.repeat(400)) },
  { name: 'VERIFY.txt', bytes: Buffer.from('一歩\n') },
  { name: 'evidence.json', bytes: Buffer.from(Array.from({ length: 3000 }, (_, at) => at % 251)) },
  { name: 'empty.txt', bytes: Buffer.alloc(0) },
];

/** A small signed pack. */
export function packOf(given: readonly PackFile[] = files, key = 1): Uint8Array {
  return Buffer.concat(writePack(given, signerOf(key)));
}
