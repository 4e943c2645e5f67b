import { describe, expect, it } from 'vitest';
import { visible } from './visible-text.ts';

describe('a visible text', () => {
  it.each([
    ['a\u202Eb', 'a\\u{202E}b'],
    ['a\u0000b', 'a\\u{0000}b'],
    ['a\uD800b', 'a\\u{D800}b'],
    ['a\uFEFF\u200Bb', 'a\\u{FEFF}\\u{200B}b'],
    ['a\u{1FFFE}b', 'a\\u{1FFFE}b'],
    ['a\r\nb\rc', 'a\nb\nc'],
  ])('writes out what nobody would see: %j', (text, seen) => {
    expect(visible(text)).toBe(seen);
  });

  it.each(['社内バケット', '𠮷野家 😀 👩‍👩‍👧‍👦', 'tab\there', 'é – “quoted”'])(
    'leaves what can be seen as it is: %s',
    (text) => {
      expect(visible(text)).toBe(text);
    },
  );
});
