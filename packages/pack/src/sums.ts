import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import {
  byName,
  isPackName,
  mostFiles,
  signatureFile,
  sumsFile,
  type PackFile,
} from './pack-file.ts';

/** Of a line: a digest, two spaces, the longest name, a line feed. */
const longestLine = 64 + 2 + 100 + 1;

/** SHA-256 as lower-case hex. */
export function digestOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** Files that the list of digests names: all but itself and its signature. */
export function listedFiles(files: readonly PackFile[]): PackFile[] {
  return files.filter(({ name }) => name !== sumsFile && name !== signatureFile).toSorted(byName);
}

/** The list as `sha256sum` writes it: digest, two spaces, name and a line feed for each, by name. */
export function writeSums(digests: ReadonlyMap<string, string>): Uint8Array {
  const lines = [...digests]
    .map(([name, digest]) => ({ name, digest }))
    .toSorted(byName)
    .map(({ name, digest }) => `${digest}  ${name}\n`);
  return utf8ToBytes(lines.join(''));
}

/** Digests by name; null where the list is not, byte for byte, what we would write. */
export function readSums(bytes: Uint8Array): Map<string, string> | null {
  if (bytes.length > mostFiles * longestLine) return null;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const digests = new Map<string, string>();
  for (const line of text.split('\n').slice(0, -1)) {
    const [, digest = '', name = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (!isPackName(name) || name === sumsFile || name === signatureFile) return null;
    digests.set(name, digest);
  }
  return digests.size > 0 && equalBytes(writeSums(digests), bytes) ? digests : null;
}

/** Whether two byte strings are the same; neither is a secret. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let place = 0; place < a.length; place += 1) if (a[place] !== b[place]) return false;
  return true;
}
