import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DomainError } from '@ippo/contracts';

/** Files of the secrets folder, one secret each. */
export type SecretFile =
  | 'database-url'
  | 'session-secret'
  | 'backup-passphrase'
  | 'metrics-token'
  | 'oidc-client-secret'
  | 'signing-key';

/** A secret that was put into a folder for several processes; null where it has no such file. */
export function readSecretFile(folder: string, name: SecretFile): string | null {
  try {
    return readFileSync(path.join(folder, name), 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    const why = `the file ${name} in it cannot be read`;
    throw new DomainError('setting-invalid', { setting: 'IPPO_SECRETS_DIR', why }, error);
  }
}
