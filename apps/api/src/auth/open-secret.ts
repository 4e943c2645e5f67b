import { DomainError } from '@ippo/contracts';
import { ownSecret, type OwnSecret } from './secrets.ts';
import type { Config } from '../config.ts';
import { readSecretFile } from '../secret-files.ts';

/** As long as one that we make ourselves: 256 bits for a URL. */
const shortestSecret = 43;

/** A secret of this install: of the secrets folder where there is one, else of the data folder. */
export async function openSecret(
  { secretsFolder, dataFolder }: Config,
  name: OwnSecret,
): Promise<string> {
  if (secretsFolder === null) return ownSecret(dataFolder, name);
  const secret = readSecretFile(secretsFolder, name);
  if (secret !== null && secret.length >= shortestSecret) return secret;
  const why = `the file ${name} in it needs ${shortestSecret} characters or more`;
  throw new DomainError('setting-invalid', { setting: 'IPPO_SECRETS_DIR', why });
}
