import { DomainError, type Language, type SigningKey } from '@ippo/contracts';
import { rotateSigningKey } from '../auth/signing-key.ts';
import { listSigningKeys } from '../store/signing-keys.ts';
import { exitCodes } from './exit-code.ts';
import { onData } from './stored-data.ts';
import { say } from './words.ts';

export type KeysOptions = { lang: Language };

/** Prints the fingerprints of all keys that packs were ever signed with, the one in use first. */
export async function runKeysList({ lang }: KeysOptions): Promise<number> {
  const keys = await readKeys();
  const lines = keys.map(({ fingerprint, since, retiredAt }) =>
    retiredAt === null
      ? say(lang, 'keysInUse', { fingerprint, since })
      : say(lang, 'keysRetired', { fingerprint, since, until: retiredAt }),
  );
  for (const line of lines.length > 0 ? lines : [say(lang, 'keysNone')])
    process.stdout.write(`${line}\n`);
  return exitCodes.ok;
}

/** Prints a public key as PEM: the one in use, or that of a fingerprint or its beginning. */
export async function runKeysShow(begins: string | undefined): Promise<number> {
  const keys = await readKeys();
  const found =
    begins === undefined ? keys : keys.filter(({ fingerprint }) => fingerprint.startsWith(begins));
  const [key, other] = found;
  if (!key || (begins !== undefined && other))
    throw new DomainError('no-such-signing-key', { fingerprint: begins ?? '' });
  process.stdout.write(key.publicKey);
  return exitCodes.ok;
}

/** Takes another key into use and prints its fingerprint. */
export async function runKeysRotate({ lang }: KeysOptions): Promise<number> {
  await onData(async (db, config) => {
    const { now, before } = await rotateSigningKey(db, config, new Date());
    const lines = [
      say(lang, 'keysRotated', { fingerprint: now.fingerprint }),
      ...(before ? [say(lang, 'keysBefore', { fingerprint: before.fingerprint })] : []),
    ];
    for (const line of lines) process.stdout.write(`${line}\n`);
  });
  return exitCodes.ok;
}

async function readKeys(): Promise<SigningKey[]> {
  let keys: SigningKey[] = [];
  await onData(async (db) => {
    keys = await listSigningKeys(db);
  });
  return keys;
}
