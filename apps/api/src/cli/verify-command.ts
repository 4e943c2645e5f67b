import { createHash } from 'node:crypto';
import {
  DomainError,
  packFaultWords,
  packFileWords,
  problemSentence,
  type Language,
  type SigningKey,
} from '@ippo/contracts';
import { fingerprintOf, verifyPack, type PackVerdict } from '@ippo/pack';
import { listSigningKeys } from '../store/signing-keys.ts';
import { exitCodes } from './exit-code.ts';
import { readInput } from './output-file.ts';
import { readPackFile } from './pack-file.ts';
import { onData } from './stored-data.ts';
import { terminalText } from './terminal-text.ts';
import { UsageError } from './usage-error.ts';
import { say } from './words.ts';

export type VerifyOptions = { lang: Language; key?: string };

/** A verdict with the SHA-256 (hex) of the whole file; null where it was not read. */
export type FileVerdict = PackVerdict & { digest: string | null };

/** Prints whether a pack is as it was signed, and by whose key; exit 1 where it is not. */
export async function runVerify(file: string, options: VerifyOptions): Promise<number> {
  const { lang } = options;
  const verdict = verdictOf(readPackFile(file), options);
  print(sayOfVerdict(file, verdict, lang));
  if (!verdict.verified) return exitCodes.notMet;
  print(await sayOfKey(verdict, options));
  return exitCodes.ok;
}

/** What looking at the bytes of a pack found; null stands for a file that was too large to be read. */
export function verdictOf(bytes: Uint8Array | null, { key }: VerifyOptions): FileVerdict {
  const trusted = key === undefined ? undefined : [fingerprintGiven(key)];
  if (bytes === null) {
    const faults = [{ code: 'too-large' as const, file: null }];
    return { verified: false, faults, files: [], key: null, digest: null };
  }
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { ...verifyPack(bytes, trusted && { trusted }), digest };
}

/** The lines of a verdict: each fault by its sentence and code, or each file. */
export function sayOfVerdict(file: string, verdict: FileVerdict, lang: Language): string[] {
  if (!verdict.verified)
    return [
      say(lang, 'packNotVerified', { file }),
      ...verdict.faults.map(({ code, file: inside }) => {
        const sentence = packFaultWords[code][lang].replace('{file}', inside ?? 'zip');
        return `  ${sentence} (${code})`;
      }),
    ];
  return [
    say(lang, 'packVerified', { file }),
    ...verdict.files.map(({ name: inside, state }) => {
      return `  ${say(lang, 'packFile', { name: inside, state: packFileWords[state][lang] })}`;
    }),
    say(lang, 'packDigest', { digest: verdict.digest ?? '' }),
  ];
}

async function sayOfKey(verdict: PackVerdict, options: VerifyOptions): Promise<string[]> {
  const { lang, key: given } = options;
  const fingerprint = verdict.key?.fingerprint ?? '';
  const lines = [say(lang, 'packKey', { fingerprint })];
  if (given !== undefined) return [...lines, say(lang, 'packKeyGiven')];
  const { keys, unread } = await keysOfInstall(lang);
  const known = keys.find((key) => key.fingerprint === fingerprint);
  if (!known) return [...lines, ...unread, say(lang, 'packKeyOwn')];
  const { since, retiredAt } = known;
  if (retiredAt === null) return [...lines, say(lang, 'packKeyKnown', { since })];
  return [...lines, say(lang, 'packKeyRetired', { since, until: retiredAt })];
}

/** The public keys of the install on this machine, where there is one and no server works on it. */
async function keysOfInstall(lang: Language): Promise<{ keys: SigningKey[]; unread: string[] }> {
  let keys: SigningKey[] = [];
  try {
    await onData(async (db) => {
      keys = await listSigningKeys(db);
    });
    return { keys, unread: [] };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // Whoever only checks packs has no install.
    if (error.code === 'no-data-folder') return { keys, unread: [] };
    const why = problemSentence(error.code, error.params, lang);
    return { keys, unread: [say(lang, 'packKeysUnread', { why })] };
  }
}

/** The fingerprint of what was given as --key: itself, or of the public key in a file. */
function fingerprintGiven(key: string): string {
  if (/^[0-9a-f]{64}$/i.test(key)) return key.toLowerCase();
  const text = readInput(key, '--key').replaceAll('\r\n', '\n').trim();
  const fingerprint = fingerprintOf(`${text}\n`);
  if (fingerprint === null)
    throw new UsageError('--key: give a fingerprint, or a file with an Ed25519 public key in PEM.');
  return fingerprint;
}

/** Writes lines to stdout; what a pack says in them cannot rewrite the screen or begin a line. */
export function print(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${terminalText(line).replaceAll('\n', ' ')}\n`);
}
