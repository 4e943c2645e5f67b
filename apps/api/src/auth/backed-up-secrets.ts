import type { Config } from '../config.ts';
import { openSecret } from './open-secret.ts';
import { readKeyPair } from './private-keys.ts';

/**
 * The files that the rows of a backup need, by name: without the session secret second factors are lost, without
 * the signing key the next pack needs another one. They are in the encrypted part.
 */
export async function backedUpSecrets(config: Config): Promise<Record<string, string>> {
  const key = await readKeyPair(config);
  return {
    'session-secret': await openSecret(config, 'session-secret'),
    ...(key && { 'signing-key': key.privateKey }),
  };
}
