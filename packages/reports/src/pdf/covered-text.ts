import { codeOf, visible } from '../visible-text.ts';
import { breakable, breakHere } from './breakable.ts';

/** Longer words may break anywhere: in a cell, and in a line of its own or of three columns. */
const longestWord = 26;
const longestInLines = 80;

/** Makes a text ready to be drawn; words longer than `longest` may break. */
export type Cover = (text: string, longest?: number) => string;

/**
 * Makes a text that the font can draw whole: a letter that it lacks stands as `\u{0645}`, never as nothing and
 * never as a box. PDF/UA asks for the same.
 */
export function textCover(has: (point: number) => boolean): Cover {
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
  return (text, longest = longestWord) => {
    // Most texts are plain ASCII, which the font has.
    const shown = /^[\x20-\x7E]*$/.test(text) ? text : drawnOf(visible(text));
    return breakable(shown, longest);
  };
  function drawnOf(text: string): string {
    let drawn = '';
    for (const letter of text) drawn += drawable(letter) ? letter : codeOf(letter);
    return drawn;
  }
}

/** A value with every text in it made ready; keys stay. `parts` are lines as wide as the page. */
export function coveredDeep(value: unknown, cover: Cover, longest?: number): unknown {
  if (typeof value === 'string') return cover(value, longest);
  if (Array.isArray(value)) return value.map((item) => coveredDeep(item, cover, longest));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      coveredDeep(item, cover, name === 'parts' ? longestInLines : longest),
    ]),
  );
}

/** Without the marks where it may break: for what is not drawn, such as the document's title. */
export function unbroken(text: string): string {
  return text.replaceAll(breakHere, '');
}
