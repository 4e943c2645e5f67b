// Controls but the line feed, marks of direction, what has no width, fillers, private and unpaired ones.
const unseen =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u2028\u2029\u3164\uFE00-\uFE0F\uFFA0\u{E0100}-\u{E01EF}]/gu;

/** A text in which nothing hides: what draws nothing, or turns the order of letters, stands as `[U+202E]`. */
export function visible(text: string): string {
  return text.replace(unseen, (letter) => (letter === '\n' ? letter : codeOf(letter)));
}

/** `[U+202E]` */
export function codeOf(letter: string): string {
  const point = letter.codePointAt(0) ?? 0;
  return `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** The letter that stands where a long word may break; no text of anybody's holds it, see `visible`. */
export const breakHere = '\u200B';

/** Lets a word without a place to break do so, once it is longer than `longest` letters. */
export function breakable(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return text.replace(/[\x21-\x7E]{12,}/g, (word) =>
    word.length <= longest
      ? word
      : word
          .replace(/(?<=[/:._=@,;|-])(?=[^/:._=@,;|-])/g, breakHere)
          .replace(/[^\u200B]{17,}/g, (run) => run.replace(/.{16}(?=.)/g, `$&${breakHere}`)),
  );
}
