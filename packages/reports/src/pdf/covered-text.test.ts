import { describe, expect, it } from 'vitest';
import { hostileNames } from '../testing/hostile-assessments.ts';
import { breakHere } from './breakable.ts';
import { textCover } from './covered-text.ts';
import { coverageOf, readFonts } from './font.ts';

const [regular, bold] = await readFonts();
if (!regular || !bold) throw new Error('no fonts');
const has = coverageOf(regular);
const cover = textCover(has);

describe('a text of the PDF', () => {
  it.each([
    ['本番と検証は別アカウントです（台帳）。é', '本番と検証は別アカウントです（台帳）。é'],
    ['𠮷野家', '𠮷野家'],
    ['مر', '\\u{0645}\\u{0631}'],
    ['a😀b', 'a\\u{1F600}b'],
    ['\u202Egnp', '\\u{202E}gnp'],
    ['a\u0000\tb', 'a\\u{0000}\\u{0009}b'],
    ['lone\uD800', 'lone\\u{D800}'],
    ['two\nlines', 'two\nlines'],
  ])('shows %j as %j: nothing is lost and nothing is a box', (text, shown) => {
    expect(cover(text)).toBe(shown);
  });

  it('has only letters that both weights can draw', () => {
    const both = [has, coverageOf(bold)];

    const lacking = [...hostileNames]
      .flatMap((name) => Array.from(cover(name)))
      .filter((letter) => letter !== breakHere && letter !== '\n')
      .filter((letter) => both.some((known) => !known(letter.codePointAt(0) ?? 0)));

    expect(lacking).toEqual([]);
  });

  it('breaks long ids where a reader would, and long runs anywhere', () => {
    const arn = 'arn:aws:cloudtrail:ap-northeast-1:111122223333:trail/acme-trail';

    const pieces = [cover(arn), cover('x'.repeat(40))].map((text) => text.split(breakHere));

    expect(pieces.map((all) => all.join(''))).toEqual([arn, 'x'.repeat(40)]);
    expect(pieces[0]?.slice(0, 3)).toEqual(['arn:', 'aws:', 'cloudtrail:']);
    expect(Math.max(...pieces.flat().map(({ length }) => length))).toBeLessThanOrEqual(17);
  });
});
