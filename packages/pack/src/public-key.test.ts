import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, isSignedBy, readPublicKey, writePublicKey } from './public-key.ts';
import { digestOf } from './sums.ts';
import { keyOf, signerOf } from './testing/packs.ts';

const message = Buffer.from('what is signed');
const key = readPublicKey(signerOf(1).publicKey) ?? new Uint8Array();
const signature = signerOf(1).sign(message);
/** The group's order L (RFC 8032, 5.1). */
const order = 2n ** 252n + 27742317777372353535851937790883648493n;

function withS(change: (s: bigint) => bigint): Uint8Array {
  const bytes = Uint8Array.from(signature);
  let s = change(
    [...bytes.subarray(32)].reduceRight((sum, byte) => (sum << 8n) + BigInt(byte), 0n),
  );
  for (let at = 32; at < 64; at += 1, s >>= 8n) bytes[at] = Number(s & 255n);
  return bytes;
}

describe('a signature', () => {
  it('of OpenSSL is taken, that of RFC 8032 (7.1, test 2) too', () => {
    const known = hexToBytes('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
    const knownSignature = hexToBytes(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );

    expect(isSignedBy(key, message, signature)).toBe(true);
    expect(isSignedBy(known, hexToBytes('72'), knownSignature)).toBe(true);
    expect(isSignedBy(key, Buffer.from('else'), signature)).toBe(false);
  });

  it('has no second form: S plus the order of the group is refused', () => {
    expect(withS((s) => s)).toEqual(Uint8Array.from(signature));
    expect(
      isSignedBy(
        key,
        message,
        withS((s) => s + order),
      ),
    ).toBe(false);
    expect(
      isSignedBy(
        key,
        message,
        withS((s) => s + 2n ** 255n),
      ),
    ).toBe(false);
  });

  it.each([
    ['0100000000000000000000000000000000000000000000000000000000000000'],
    ['ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f'],
    ['0000000000000000000000000000000000000000000000000000000000000000'],
    ['0000000000000000000000000000000000000000000000000000000000000080'],
    ['26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'],
    ['c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'],
    ['edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f'],
    ['eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f'],
  ])('by the key %s, of small order or not canonical, is refused', (hex) => {
    const weak = hexToBytes(hex);
    // R is the neutral element and S is 0: it would fit every message.
    const forged = new Uint8Array(64);
    forged[0] = 1;

    for (const said of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
      expect(isSignedBy(weak, Buffer.from(said), forged)).toBe(false);
  });

  it('is refused where it, or the key, has another length', () => {
    expect(isSignedBy(key, message, signature.subarray(1))).toBe(false);
    expect(isSignedBy(key.subarray(1), message, signature)).toBe(false);
    expect(isSignedBy(new Uint8Array(), message, new Uint8Array())).toBe(false);
  });
});

describe('a public key', () => {
  it('is read from the PEM that OpenSSL writes, and written as it was', () => {
    for (let number = 0; number < 20; number += 1) {
      const { publicKey: made } = generateKeyPairSync('ed25519');
      const pem = made.export({ format: 'pem', type: 'spki' }).toString();

      expect(writePublicKey(readPublicKey(pem) ?? new Uint8Array())).toBe(pem);
    }
  });

  it('has the fingerprint of its DER', () => {
    const der = createPublicKey(keyOf(1)).export({ format: 'der', type: 'spki' });

    expect(fingerprintOf(signerOf(1).publicKey)).toBe(digestOf(der));
    expect(verify(null, message, createPublicKey(signerOf(1).publicKey), signature)).toBe(true);
  });

  it('is nothing else: no other kind, no other line ends, nothing before or behind it', () => {
    const pem = signerOf(1).publicKey;
    const { publicKey: other } = generateKeyPairSync('x25519');
    const { publicKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 1024 });

    for (const text of [
      ...['', pem.replaceAll('\n', '\r\n'), ` ${pem}`, `${pem}\n`, pem + pem, pem.slice(0, -1)],
      ...[other, rsa].map((made) => made.export({ format: 'pem', type: 'spki' }).toString()),
      pem.replace('MCow', 'MCoz'),
    ])
      expect([readPublicKey(text), fingerprintOf(text)]).toEqual([null, null]);
  });
});
