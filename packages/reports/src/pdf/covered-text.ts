import { codeOf, visible } from '../visible-text.ts';
import { breakable, breakHere } from './breakable.ts';

/** Words longer than this may break anywhere: no column is narrower than about half of it. */
const longestWord = 26;

/**
 * Makes a text that the font can draw whole: a letter that it lacks stands as `\u{0645}`, never as nothing and
 * never as a box. PDF/UA asks for the same.
 */
export function textCover(has: (point: number) => boolean): (text: string) => string {
  const known = new Map<string, boolean>();
  function drawable(letter: string): boolean {
    const point = letter.codePointAt(0) ?? 0;
    if (point === 10) return true;
    const told = known.get(letter);
    if (told !== undefined) return told;
    const is = has(point);
    known.set(letter, is);
    return is;
  }
  return (text) => {
    // Most texts are plain ASCII, which the font has.
    const shown = /^[\x20-\x7E]*$/.test(text) ? text : drawnOf(visible(text));
    return breakable(shown, longestWord);
  };
  function drawnOf(text: string): string {
    let drawn = '';
    for (const letter of text) drawn += drawable(letter) ? letter : codeOf(letter);
    return drawn;
  }
}

/** A value with every text in it made ready; keys stay. */
export function coveredDeep(value: unknown, cover: (text: string) => string): unknown {
  if (typeof value === 'string') return cover(value);
  if (Array.isArray(value)) return value.map((item) => coveredDeep(item, cover));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, coveredDeep(item, cover)]),
  );
}

/** Without the marks where it may break: for what is not drawn, such as the document's title. */
export function unbroken(text: string): string {
  return text.replaceAll(breakHere, '');
}
