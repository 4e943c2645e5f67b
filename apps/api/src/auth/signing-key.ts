import { DomainError, type SigningKey } from '@ippo/contracts';
import type { Config } from '../config.ts';
import type { Database } from '../store/database.ts';
import { readKeyInUse, replaceKey, takeFirstKey, type PublicKey } from '../store/signing-keys.ts';
import { makeNext, readKeyPair, readNext, settleNext, type KeyPair } from './private-keys.ts';

/**
 * The key that packs are signed with, made on first need: of the secrets folder where there is one, else of the
 * data folder. Throws DomainError `signing-key-missing` or `signing-key-differs` where the key in use is another
 * one, so that no process signs with a key of its own, and `signing-key-unreadable`.
 */
export async function openSigningKey(db: Database, config: Config, at: Date): Promise<KeyPair> {
  const inUse = (await readKeyInUse(db)) ?? (await takeFirstKey(db, () => firstKey(config), at));
  const { fingerprint } = inUse;
  const pair = await readKeyPair(config);
  if (pair?.fingerprint === fingerprint) return pair;
  // A rotation was cut off after it was written down, before the file was in its place.
  const next = config.secretsFolder === null ? await readNext(config) : null;
  if (next?.fingerprint === fingerprint) {
    await settleNext(config);
    return next;
  }
  throw new DomainError(pair ? 'signing-key-differs' : 'signing-key-missing', { fingerprint });
}

/**
 * Takes another key into use: that of the secrets folder, which the operator replaced, else a new one in the data
 * folder. The public key before stays for the packs that it signed. Throws DomainError.
 */
export async function rotateSigningKey(
  db: Database,
  config: Config,
  at: Date,
): Promise<{ now: PublicKey; before: PublicKey | null }> {
  const own = config.secretsFolder === null;
  const pair = own ? await makeNext(config) : await fromSecrets(config);
  const now = publicOf(pair);
  const before = await replaceKey(db, now, at);
  if (own) await settleNext(config);
  return { now, before };
}

/** A key that is there already, such as one of a restored folder, else a new one. */
async function firstKey(config: Config): Promise<PublicKey> {
  if (config.secretsFolder !== null) return publicOf(await fromSecrets(config));
  const kept = await readKeyPair(config);
  if (kept) return publicOf(kept);
  const made = await makeNext(config);
  await settleNext(config);
  return publicOf(made);
}

async function fromSecrets(config: Config): Promise<KeyPair> {
  const pair = await readKeyPair(config);
  if (pair) return pair;
  const why = 'the file signing-key in it is missing; “ippo secrets” makes it';
  throw new DomainError('setting-invalid', { setting: 'IPPO_SECRETS_DIR', why });
}

function publicOf({
  fingerprint,
  publicKey,
}: KeyPair): Pick<SigningKey, 'fingerprint' | 'publicKey'> {
  return { fingerprint, publicKey };
}
