import type { PackVerdict } from '@ippo/pack';

/** What looking at a file found; `pack` is null where it is no pack. */
export type FileVerdict = { name: string; size: number; sha256: string; pack: PackVerdict | null };

/** What the thread that looks is given, and what it answers. */
export type ToVerifier = { file: File };
export type FromVerifier =
  | { state: 'looked'; verdict: FileVerdict }
  | { state: 'too-large' }
  | { state: 'unreadable' };

/** Packs are zips; so are workbooks, which nobody signed. Content before name, where it says enough. */
export function isPack(name: string, bytes: Uint8Array): boolean {
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return /\.zip$/i.test(name) || (zip && !/\.xlsx$/i.test(name));
}
