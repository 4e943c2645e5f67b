import { createReadStream, createWriteStream } from 'node:fs';
import { link, open, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip, createGzip } from 'node:zlib';
import { DomainError } from '@ippo/contracts';
import { Decrypter, Encrypter } from 'age-encryption';
import type { Database } from '../database.ts';
import { dumpStore, type BackupEnd, type BackupHeader } from './dump.ts';
import { passphraseRecipient } from './passphrase-recipient.ts';
import { parseHeader } from './restore.ts';

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

/**
 * Writes a backup to a new file: lines of JSON, gzip, encrypted as age does (also readable with the `age`
 * command). The file appears only when it is whole and on the disk. Throws DomainError `file-exists` or
 * `backup-not-written`.
 */
export async function writeBackup(
  db: Database,
  file: string,
  passphrase: string,
  made: Pick<BackupHeader, 'madeAt' | 'version' | 'secrets'>,
): Promise<BackupEnd> {
  const partial = `${file}.partial`;
  try {
    const zip = createGzip();
    const encrypter = new Encrypter();
    encrypter.addRecipient(passphraseRecipient(passphrase));
    const sealed = await encrypter.encrypt(Readable.toWeb(zip) as Bytes);
    const stored = pipeline(
      Readable.fromWeb(sealed as ReadableStream),
      createWriteStream(partial, { mode: 0o600 }),
    );
    const dumped = dumpStore(db, made, async (text) => {
      if (!zip.write(text)) await Promise.race([once(zip, 'drain'), stored]);
    }).then((end) => {
      zip.end();
      return end;
    });
    dumped.catch((error: Error) => zip.destroy(error));
    const [end] = await Promise.all([dumped, stored]);
    await syncFile(partial);
    // A link fails where the name is taken; a rename would overwrite an older backup.
    await link(partial, file);
    return end;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new DomainError('file-exists', { file }, error);
    const why = error instanceof Error ? error.message : String(error);
    throw new DomainError('backup-not-written', { file, why }, error);
  } finally {
    await rm(partial, { force: true });
  }
}

/** A backup, opened: its header and the lines after it. */
export type OpenBackup = {
  header: { line: string; parsed: BackupHeader };
  lines: AsyncIterable<string>;
};

/**
 * Opens a backup. Throws DomainError `backup-unreadable` where it is none, cut off or altered, and
 * `passphrase-wrong`; both also while its lines are read.
 */
export async function openBackup(file: string, passphrase: string): Promise<OpenBackup> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const handle = await open(file, 'r').catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new DomainError('backup-unreadable', { why }, error);
  });
  await handle.close();
  const sealed = Readable.toWeb(createReadStream(file)) as Bytes;
  const zipped = await decrypter.decrypt(sealed).catch((error: unknown) => {
    throw new DomainError(isWrongKey(error) ? 'passphrase-wrong' : 'backup-unreadable', {}, error);
  });
  const lines = linesOf(zipped as ReadableStream);
  const first = await lines.next();
  const line = first.done ? '' : first.value;
  return { header: { line, parsed: parseHeader(line) }, lines };
}

async function* linesOf(zipped: ReadableStream): AsyncGenerator<string, void, void> {
  const source = Readable.fromWeb(zipped);
  const unzipped = createGunzip();
  source.on('error', (error) => unzipped.destroy(error));
  source.pipe(unzipped);
  const ended = once(unzipped, 'end');
  // Looked at after the last line; until then nobody waits for it.
  ended.catch(() => {});
  try {
    for await (const line of createInterface({ input: unzipped, crlfDelay: Infinity })) yield line;
    await ended;
  } catch (error) {
    throw new DomainError('backup-unreadable', {}, error);
  }
}

function isWrongKey(error: unknown): boolean {
  return error instanceof Error && /no identity matched/.test(error.message);
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
