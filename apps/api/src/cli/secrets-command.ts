import { existsSync } from 'node:fs';
import { chmod, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '@ippo/contracts';
import { newPrivateKey } from '../auth/private-keys.ts';
import { ownSecret } from '../auth/secrets.ts';
import { exitCodes } from './exit-code.ts';

export type SecretsOptions = { databaseHost?: string };

/** Its user and its database on the PostgreSQL server. */
const databaseUser = 'ippo';

/**
 * Fills a secrets folder (`IPPO_SECRETS_DIR`) for several processes. What is there stays as it is:
 * another session secret would lock out second factors, another password the database.
 */
export async function runSecrets(folder: string, { databaseHost }: SecretsOptions) {
  const place = path.resolve(folder);
  await mkdir(place, { recursive: true, mode: 0o700 }).catch(refused);
  await make(place, 'session-secret');
  await make(place, 'backup-passphrase');
  await makeSigningKey(place);
  if (databaseHost !== undefined) await makeDatabaseAccess(place, databaseHost);
  return exitCodes.ok;
}

async function make(folder: string, name: Parameters<typeof ownSecret>[1]): Promise<string> {
  const file = path.join(folder, name);
  const kept = existsSync(file);
  const secret = await ownSecret(folder, name);
  if (!kept) await chmod(file, 0o400).catch(refused);
  say(name, kept);
  return secret;
}

async function makeSigningKey(folder: string): Promise<void> {
  const file = path.join(folder, 'signing-key');
  if (existsSync(file)) return say('signing-key', true);
  await writeSecret(file, newPrivateKey());
  say('signing-key', false);
}

// An address that is there names its own password, so a new one beside it would open nothing.
async function makeDatabaseAccess(folder: string, host: string): Promise<void> {
  const file = path.join(folder, 'database-url');
  if (existsSync(file)) return say('database-url', true);
  const password = await make(folder, 'database-password');
  const address = `postgresql://${databaseUser}:${password}@${withPort(host)}/${databaseUser}`;
  await writeSecret(file, address);
  say('database-url', false);
}

async function writeSecret(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o400).catch(refused);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function withPort(host: string): string {
  return host.includes(':') ? host : `${host}:5432`;
}

function refused(error: unknown): never {
  throw new DomainError('storage-failed', {}, error);
}

function say(name: string, kept: boolean): void {
  process.stderr.write(`${name}: ${kept ? 'kept as it is' : 'made'}\n`);
}
