import { describe, expect, it } from 'vitest';
import { code, plain } from './escape.ts';

describe('Markdown', () => {
  it.each([
    ['[a](http://x) ![b](y)', '\\[a\\](http\\://x) !\\[b\\](y)'],
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    [
      'a|b *c* _d_ ~e~ $f$ &amp; `g` \\',
      'a\\|b \\*c\\* \\_d\\_ \\~e\\~ \\$f\\$ \\&amp; \\`g\\` \\\\',
    ],
    ['www.example.com', 'www\\.example.com'],
    ['# head', '\\# head'],
    ['1. item', '1\\. item'],
    ['- item\n+ more', '\\- item<br>\\+ more'],
    ['\u202Egnp', '\\\\u{202E}gnp'],
    ['2026-11-16 00:02', '2026-11-16 00:02'],
  ])('shows %j as it is', (text, written) => {
    expect(plain(text)).toBe(written);
  });

  it.each([
    ['arn:aws:s3:::a_b', '`arn:aws:s3:::a_b`'],
    ['a`b``c', '``` a`b``c ```'],
    ['a|b', '`a\\|b`'],
    ['one\ntwo', '`one`<br>`two`'],
    ['', ''],
  ])('shows the name %j with its own letters', (text, written) => {
    expect(code(text)).toBe(written);
  });
});
