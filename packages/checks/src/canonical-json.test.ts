import { describe, expect, test } from 'vitest';
import { canonicalJson, sha256Hex } from './canonical-json.ts';
import { hostileNames } from './testing/aws-literals.ts';

describe('canonical JSON', () => {
  test('sorts keys by code unit, at every depth, and keeps the order of lists', () => {
    const value = { b: [3, 1, { d: 1, c: 2 }], a: null, Z: true, é: 'x', '10': 0, '9': 0 };

    expect(canonicalJson(value)).toBe(
      '{"10":0,"9":0,"Z":true,"a":null,"b":[3,1,{"c":2,"d":1}],"é":"x"}',
    );
  });

  test('does not depend on the order in which a value was built', () => {
    expect(canonicalJson({ a: 1, b: { c: 2, d: 3 } })).toBe(
      canonicalJson({ b: { d: 3, c: 2 }, a: 1 }),
    );
  });

  test('leaves out what is undefined', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  test('gives every name back unharmed', () => {
    for (const name of hostileNames) {
      const named = Object.fromEntries([[name, name]]);
      expect(Object.entries(JSON.parse(canonicalJson(named)) as object)).toEqual([[name, name]]);
    }
  });

  test('hashes UTF-8: the digests of "", "abc" (FIPS 180-2) and of 一歩', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256Hex('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(sha256Hex('一歩')).toBe(
      '47a83719fbfb9c6d02217286c9f4c6dd13ecc7afc9ae967744f017af837f5d2e',
    );
  });
});
