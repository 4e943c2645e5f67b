/** One file of a pack: its name inside it (`report.json`; there are no folders), and its bytes. */
export type PackFile = { name: string; bytes: Uint8Array };

/** Neither a pack that is written nor one that is read is larger than this. */
export const mostBytes = 256 * 1024 * 1024;
/** Files of a pack, its list of digests and its signature among them. */
export const mostFiles = 64;
/** Bytes of the longest file that may be a pack: what stands around its files is counted, too. */
export const longestPack = mostBytes + mostFiles * 512;

/** Digests of all files but this one and the next: what is signed. */
export const sumsFile = 'SHA256SUMS';
/** The signature of `SHA256SUMS`: 64 bytes, nothing around them. */
export const signatureFile = 'SHA256SUMS.sig';
/** What the signature is checked with: an Ed25519 key as SubjectPublicKeyInfo, PEM. */
export const publicKeyFile = 'public-key.pem';

const longestName = 100;
// A letter first: a dash begins an option, a dot hides a file, and a key of digits would not stay sorted.
const letters = /^[A-Za-z][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*$/;
/** What Windows takes for a device, whatever its ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Whether a name means one file beside the others on every system: ASCII letters, digits, `.`, `_`, `-`. */
export function isPackName(name: string): boolean {
  return name.length <= longestName && letters.test(name) && !device.test(name);
}

/** What may be shown of a name that somebody else wrote. */
export function harmlessName(name: string): string {
  return name.slice(0, longestName).replace(/[^\x20-\x7e]/g, '?');
}

/** By code point, as `LC_ALL=C sort` does: the one order of a pack's files. */
export function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
