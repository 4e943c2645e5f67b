import { hashes, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { digestOf } from './sums.ts';

hashes.sha512 = sha512;

/** RFC 8410, 4: SubjectPublicKeyInfo of an Ed25519 key, before its 32 bytes. */
const prefix = hexToBytes('302a300506032b6570032100');
const keyLength = 32;
const pem = /^-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/]{59}=)\n-----END PUBLIC KEY-----\n$/;

/** The 32 bytes of an Ed25519 key in PEM, written as OpenSSL writes it; null where it is anything else. */
export function readPublicKey(text: string): Uint8Array | null {
  const encoded = pem.exec(text)?.[1];
  if (encoded === undefined) return null;
  const der = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
  const key = der.slice(prefix.length);
  return key.length === keyLength && writePublicKey(key) === text ? key : null;
}

/** The PEM of a key of 32 bytes. */
export function writePublicKey(key: Uint8Array): string {
  const encoded = btoa(String.fromCharCode(...concatBytes(prefix, key)));
  return `-----BEGIN PUBLIC KEY-----\n${encoded}\n-----END PUBLIC KEY-----\n`;
}

/**
 * What people compare: SHA-256 (hex) of the key's DER, as
 * `openssl pkey -pubin -in public-key.pem -outform DER | sha256sum` prints it. Null where it is no such key.
 */
export function fingerprintOf(text: string): string | null {
  const key = readPublicKey(text);
  return key && digestOf(concatBytes(prefix, key));
}

/**
 * Whether a signature is the key's; never throws. Strict (RFC 8032, 5.1.7): S below the group's order, no
 * other encoding of a point, no key of small order, so no second signature can stand in for the first.
 */
export function isSignedBy(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== 64 || key.length !== keyLength) return false;
  try {
    return verify(signature, message, key, { zip215: false });
  } catch {
    return false;
  }
}

/** Text as the bytes of a file. */
export function textBytes(text: string): Uint8Array {
  return utf8ToBytes(text);
}
