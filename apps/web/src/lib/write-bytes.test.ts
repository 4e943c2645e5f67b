import { describe, expect, test } from 'vitest';
import { writeBytes } from './write-bytes.ts';

describe('a size', () => {
  test.each([
    [0, '0\u00a0bytes'],
    [999, '999\u00a0bytes'],
    [1_000, '1\u00a0kB'],
    [1_250_000, '1.3\u00a0MB'],
    [42_000_000_000, '42\u00a0GB'],
  ])('of %i bytes is %s', (bytes, text) => {
    expect(writeBytes(bytes, 'en')).toBe(text);
  });
});
