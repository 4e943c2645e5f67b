import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '@ippo/contracts';
import { fingerprintOf } from '@ippo/pack';
import type { Config } from '../config.ts';
import { readSecretFile } from '../secret-files.ts';

/** A key pair as files hold it: PKCS#8 and SPKI in PEM, and the fingerprint of the latter. */
export type KeyPair = { privateKey: string; publicKey: string; fingerprint: string };

const fileName = 'signing-key';
/** A key that is about to be taken into use; it stays where a process ended before it was renamed. */
const nextName = 'signing-key.next';

/** The private key of the secrets folder, else of the data folder; null where there is none. */
export async function readKeyPair(config: Config): Promise<KeyPair | null> {
  if (config.secretsFolder === null) return readFrom(path.join(config.dataFolder, fileName));
  const text = readSecretFile(config.secretsFolder, fileName);
  return text === null ? null : keyPairOf(text, fileName);
}

/** A new Ed25519 private key: PKCS#8, PEM. */
export function newPrivateKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}

/** Makes a key pair in the data folder, as the next one; `settleNext` puts it into its place. */
export async function makeNext({ dataFolder }: Config): Promise<KeyPair> {
  const pem = newPrivateKey();
  try {
    const handle = await open(path.join(dataFolder, nextName), 'w', 0o600);
    try {
      await handle.chmod(0o600);
      await handle.writeFile(pem);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new DomainError('storage-failed', {}, error);
  }
  return keyPairOf(pem, nextName);
}

/** Puts the next key of the data folder in the place of the one before; the private key before is gone then. */
export async function settleNext({ dataFolder }: Config): Promise<void> {
  await rename(path.join(dataFolder, nextName), path.join(dataFolder, fileName)).catch(
    (error: unknown) => {
      throw new DomainError('storage-failed', {}, error);
    },
  );
}

/** The next key of the data folder; null where there is none. */
export async function readNext({ dataFolder }: Config): Promise<KeyPair | null> {
  return readFrom(path.join(dataFolder, nextName));
}

async function readFrom(file: string): Promise<KeyPair | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new DomainError('storage-failed', {}, error);
  });
  return text === null ? null : keyPairOf(text, path.basename(file));
}

function keyPairOf(text: string, file: string): KeyPair {
  const key = parsed(text);
  if (key?.asymmetricKeyType !== 'ed25519')
    throw new DomainError('signing-key-unreadable', { file });
  const publicKey = createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString();
  const privateKey = key.export({ format: 'pem', type: 'pkcs8' }).toString();
  return { privateKey, publicKey, fingerprint: fingerprintOf(publicKey) ?? '' };
}

// What OpenSSL says of a broken key may quote it.
function parsed(text: string): KeyObject | null {
  try {
    return createPrivateKey(text);
  } catch {
    return null;
  }
}
