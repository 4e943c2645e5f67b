import { publicKeyFile, signatureFile, sumsFile, type PackFile } from './pack-file.ts';
import { PackError, type PackFault, type PackFaultCode } from './pack-error.ts';
import { fingerprintOf, isSignedBy, readPublicKey } from './public-key.ts';
import { readZip } from './read-zip.ts';
import { digestOf, equalBytes, listedFiles, readSums } from './sums.ts';
import { zipParts } from './write-zip.ts';

/** What became of one file, by the list of digests. */
export type FileState = 'intact' | 'altered' | 'missing' | 'not-listed';

/** One file: `digest` is what it has, `listed` what the list says; null where there is none. */
export type FileVerdict = {
  name: string;
  state: FileState;
  size: number | null;
  digest: string | null;
  listed: string | null;
};

/** What looking at a pack found. */
export type PackVerdict = {
  /**
   * True where nothing is wrong: it is, byte for byte, what the holder of the key signed. Whose key that is,
   * no pack can tell of itself: compare `key.fingerprint` with one got another way, or give `trusted`.
   */
  verified: boolean;
  faults: PackFault[];
  /** Every file but the list and its signature, by name; empty where the zip cannot be read. */
  files: FileVerdict[];
  /** The key in the pack; null where it has none that can be read. */
  key: {
    fingerprint: string;
    /** Null where no keys were given. */ trusted: boolean | null;
  } | null;
};

/** Keys to trust: PEM texts or fingerprints. Given, a pack that is signed by another key is not verified. */
export type VerifyOptions = { trusted?: readonly string[] };

/**
 * Looks whether a pack is as it was signed: builds its canonical zip anew and compares the bytes, compares
 * each file with the list of digests and the list with its signature. Never throws, whatever the bytes.
 */
export function verifyPack(bytes: Uint8Array, { trusted }: VerifyOptions = {}): PackVerdict {
  const faults: PackFault[] = [];
  const verdict = { files: [] as FileVerdict[], key: null as PackVerdict['key'] };
  try {
    const files = readZip(bytes);
    const byName = new Map(files.map((file) => [file.name, file.bytes]));
    const sums = byName.get(sumsFile);
    const listed = sums && readSums(sums);
    verdict.files = filesOf(files, listed ?? new Map<string, string>());
    verdict.key = keyOf(byName.get(publicKeyFile), trusted);
    if (listed) faults.push(...faultsOfFiles(verdict.files));
    else faults.push(fault(sums ? 'sums-malformed' : 'sums-missing', sumsFile));
    faults.push(...faultsOfSignature(byName, verdict.key));
    // Whatever the parts say, these bytes and no others are the pack of these files.
    if (!isMadeOf(bytes, zipParts(files))) faults.push(fault('not-canonical'));
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    faults.push(fault(error.code, error.file));
  }
  return { verified: faults.length === 0, faults, ...verdict };
}

/** Whether the parts, one after the other, are just these bytes. */
function isMadeOf(bytes: Uint8Array, parts: readonly Uint8Array[]): boolean {
  let at = 0;
  for (const part of parts) {
    if (!equalBytes(part, bytes.subarray(at, at + part.length))) return false;
    at += part.length;
  }
  return at === bytes.length;
}

function filesOf(files: readonly PackFile[], listed: ReadonlyMap<string, string>): FileVerdict[] {
  const present = listedFiles(files).map(({ name, bytes }): FileVerdict => {
    const digest = digestOf(bytes);
    const expected = listed.get(name) ?? null;
    const state = expected === null ? 'not-listed' : expected === digest ? 'intact' : 'altered';
    return { name, state, size: bytes.length, digest, listed: expected };
  });
  const names = new Set(present.map(({ name }) => name));
  const missing = [...listed]
    .filter(([name]) => !names.has(name))
    .map(([name, digest]): FileVerdict => {
      return { name, state: 'missing', size: null, digest: null, listed: digest };
    });
  return [...present, ...missing];
}

function faultsOfFiles(files: readonly FileVerdict[]): PackFault[] {
  return files.flatMap(({ name, state }) =>
    state === 'intact' ? [] : [fault(`file-${state}`, name)],
  );
}

function keyOf(bytes: Uint8Array | undefined, trusted: readonly string[] | undefined) {
  const fingerprint = bytes && fingerprintOf(textOf(bytes));
  if (!fingerprint) return null;
  const known = trusted?.map((key) => fingerprintOf(key) ?? key.toLowerCase());
  return { fingerprint, trusted: known ? known.includes(fingerprint) : null };
}

function faultsOfSignature(
  files: ReadonlyMap<string, Uint8Array>,
  key: PackVerdict['key'],
): PackFault[] {
  const pem = files.get(publicKeyFile);
  const signature = files.get(signatureFile);
  const faults: PackFault[] = [];
  if (!pem) faults.push(fault('key-missing', publicKeyFile));
  else if (!key) faults.push(fault('key-unreadable', publicKeyFile));
  if (!signature) faults.push(fault('signature-missing', signatureFile));
  else if (signature.length !== 64) faults.push(fault('signature-malformed', signatureFile));
  else if (pem && key && !isSigned(files.get(sumsFile), pem, signature))
    faults.push(fault('signature-wrong', signatureFile));
  if (key?.trusted === false) faults.push(fault('key-not-trusted', publicKeyFile));
  return faults;
}

function isSigned(sums: Uint8Array | undefined, pem: Uint8Array, signature: Uint8Array): boolean {
  const key = readPublicKey(textOf(pem));
  return key !== null && isSignedBy(key, sums ?? new Uint8Array(), signature);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 1000));
}

function fault(code: PackFaultCode, file: string | null = null): PackFault {
  return { code, file };
}
