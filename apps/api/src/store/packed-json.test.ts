import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { packedJson, unpackedJson, unpackedJsonBeside } from './packed-json.ts';

describe('JSON as it lies in the database', () => {
  test.each([
    [null],
    [[]],
    [{ 名前: '𠮷野家', list: [1, 2.5, { deep: true }] }],
    ['a'.repeat(100_000)],
  ])('comes back as it was', async (value) => {
    const packed = packedJson(value);

    expect(unpackedJson(packed)).toEqual(value);
    expect(await unpackedJsonBeside(packed)).toEqual(value);
  });

  test('is read where an older Ippo stored it by gzip', async () => {
    const older = gzipSync('{"calls":[]}');

    expect(unpackedJson(older)).toEqual({ calls: [] });
    expect(await unpackedJsonBeside(older)).toEqual({ calls: [] });
  });

  test('never begins as gzip does, whatever it says', () => {
    const first = Array.from({ length: 300 }, (_, size) => packedJson('x'.repeat(size))[0]);

    expect(first).not.toContain(0x1f);
  });

  test('throws where bytes are missing', () => {
    const packed = packedJson({ calls: Array.from({ length: 50 }, (_, id) => ({ id })) });

    expect(() => unpackedJson(packed.subarray(0, packed.length / 2))).toThrow();
  });
});
