import { checkNames, zipParts } from './write-zip.ts';
import { mostFiles, publicKeyFile, signatureFile, sumsFile, type PackFile } from './pack-file.ts';
import { PackError } from './pack-error.ts';
import { isSignedBy, readPublicKey, textBytes } from './public-key.ts';
import { digestOf, writeSums } from './sums.ts';

/** Who signs: a public key (SPKI, PEM) and what its private key makes of a message, 64 bytes. */
export type PackSigner = {
  publicKey: string;
  sign(message: Uint8Array): Uint8Array;
};

/** Files that a pack brings by itself. */
const ownFiles = [publicKeyFile, signatureFile, sumsFile];

/**
 * The signed pack of these files, in parts: a canonical zip with the list of their digests, its Ed25519 signature
 * and the public key. Throws PackError where a name may not be, where it is too large, or where the
 * signature is not the public key's.
 */
export function writePack(files: readonly PackFile[], signer: PackSigner): Uint8Array[] {
  if (files.length + ownFiles.length > mostFiles) throw new PackError('too-many-files');
  checkNames([...files.map(({ name }) => name), ...ownFiles]);
  const listed = [...files, { name: publicKeyFile, bytes: textBytes(signer.publicKey) }];
  const sums = writeSums(new Map(listed.map(({ name, bytes }) => [name, digestOf(bytes)])));
  const signature = signer.sign(sums);
  const key = readPublicKey(signer.publicKey);
  if (key === null) throw new PackError('key-unreadable');
  if (!isSignedBy(key, sums, signature)) throw new PackError('signature-wrong');
  return zipParts([
    ...listed,
    { name: sumsFile, bytes: sums },
    { name: signatureFile, bytes: signature },
  ]);
}
