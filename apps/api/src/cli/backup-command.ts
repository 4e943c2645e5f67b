import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { DomainError } from '@ippo/contracts';
import { readConfig, type Config } from '../config.ts';
import { homeOf, lockHome } from '../server/open-home.ts';
import { backedUpSecrets } from '../auth/backed-up-secrets.ts';
import { openSecret } from '../auth/open-secret.ts';
import { readKeyPair } from '../auth/private-keys.ts';
import { recordInAuditLog } from '../store/audit.ts';
import { openBackup, writeBackup } from '../store/backup/backup-file.ts';
import { restoreInto } from '../store/backup/restore-into.ts';
import { openStore } from '../store/database.ts';
import { version } from '../version.ts';
import { exitCodes } from './exit-code.ts';
import { readInput } from './output-file.ts';
import { onData } from './stored-data.ts';

export type BackupOptions = { passphraseFile?: string };

const shortestPassphrase = 14;

/** Writes everything that this install keeps to one encrypted file, with the server stopped. */
export async function runBackup(file: string, options: BackupOptions): Promise<number> {
  const passphrase = await askPassphrase(options, 'Passphrase of the new backup: ');
  await onData(async (db, config) => {
    const madeAt = new Date().toISOString();
    const secrets = await backedUpSecrets(config);
    const made = { madeAt, version, secrets };
    const { rows } = await writeBackup(db, path.resolve(file), passphrase, made);
    say(`${file}: ${sum(rows)} rows of ${Object.keys(rows).length} tables`);
  });
  return exitCodes.ok;
}

/** Puts a backup into an empty home, of either kind. */
export async function runRestore(file: string, options: BackupOptions): Promise<number> {
  const config = readConfig();
  const passphrase = await askPassphrase(options, 'Passphrase of the backup: ');
  const held = await lockHome(config, (error) => {
    throw error;
  });
  try {
    const backup = await openBackup(path.resolve(file), passphrase);
    const { header, rows } = await restoreInto(homeOf(config), backup);
    say(`${file} of ${header.madeAt}: ${sum(rows)} rows of ${Object.keys(rows).length} tables`);
    await restoreSecret(config, header.secrets['session-secret']);
    await restoreSigningKey(config, header.secrets['signing-key']);
    await noteRestore(config, { file: path.basename(file), of: header.madeAt, rows: sum(rows) });
  } finally {
    await held.release();
  }
  return exitCodes.ok;
}

/** The first thing that the restored log says of its new home. */
async function noteRestore(
  config: Config,
  { file, of, rows }: { file: string; of: string; rows: number },
): Promise<void> {
  const store = await openStore(homeOf(config));
  try {
    const detail = { file, madeAt: of, rows: String(rows) };
    await recordInAuditLog(store.db, {
      ...{ at: new Date(), actor: null, action: 'backup.restored', detail },
    });
  } finally {
    await store.close();
  }
}

// It seals the second factors: with another one nobody who has one could sign in.
async function restoreSecret(config: Config, secret: string | undefined): Promise<void> {
  if (secret === undefined) return;
  if (config.secretsFolder === null) {
    await writeFile(path.join(config.dataFolder, 'session-secret'), secret, { mode: 0o600 });
    return;
  }
  if ((await openSecret(config, 'session-secret')) === secret) return;
  say('The file session-secret in IPPO_SECRETS_DIR differs from that of the backup.');
  say('Put the old one there, or have people with a second factor set it up again.');
}

// With another one no pack is signed until it is replaced: the rows name this one as the one in use.
async function restoreSigningKey(config: Config, key: string | undefined): Promise<void> {
  if (key === undefined) return;
  if (config.secretsFolder === null) {
    await writeFile(path.join(config.dataFolder, 'signing-key'), key, { mode: 0o600 });
    return;
  }
  if ((await readKeyPair(config))?.privateKey === key) return;
  say('The file signing-key in IPPO_SECRETS_DIR differs from that of the backup.');
  say('Put the old one there, or run “ippo keys rotate”.');
}

async function askPassphrase({ passphraseFile }: BackupOptions, question: string): Promise<string> {
  const given =
    passphraseFile === undefined
      ? await ask(question)
      : readInput(passphraseFile, '--passphrase-file');
  const passphrase = given.replace(/\r?\n$/, '');
  if (passphrase.length < shortestPassphrase) throw new DomainError('passphrase-missing');
  return passphrase;
}

/** Asks at the terminal without showing what is typed; empty where there is none. */
async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) return '';
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stderr.write(question);
  const answer = await lines.question('').finally(() => lines.close());
  process.stderr.write('\n');
  return answer;
}

function sum(rows: Record<string, number>): number {
  return Object.values(rows).reduce((total, count) => total + count, 0);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
