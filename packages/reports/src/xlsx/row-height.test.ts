import { describe, expect, it } from 'vitest';
import { linesOf, rowHeight } from './row-height.ts';

describe('the lines of a text in a column', () => {
  it.each([
    ['', 10, 1],
    ['short', 10, 1],
    ['one two three', 10, 2],
    // What would fit by its letters alone does not by its words.
    ['aaaaaa bbbbbb cccccc', 10, 3],
    ['first\nsecond', 20, 2],
    ['x'.repeat(100), 20, 6],
    ['証跡がすべてのリージョンを記録している', 22, 2],
    ['arn:aws:cloudtrail:ap-northeast-1:111122223333:trail/acme-trail', 24, 4],
  ])('%j in %i characters: %i', (text, width, lines) => {
    expect(linesOf(text, width)).toBe(lines);
  });

  it('make a row as high as its longest text, and no row higher than Excel allows', () => {
    const columns = [10, 20].map((width) => ({ id: 'c', heading: 'C', width }));

    expect(rowHeight(['one two three', 4], columns, 'en')).toBe(30);
    expect(rowHeight(['x'.repeat(10_000), null], columns, 'ja')).toBe(409);
  });
});
