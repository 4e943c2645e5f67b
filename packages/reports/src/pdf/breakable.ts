/** The letter that stands where a long word may break; no text of anybody's holds it, see `visible`. */
export const breakHere = '\u200B';

/** Lets a word without a place to break do so, once it is longer than `longest` letters. */
export function breakable(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return text.replace(/[\x21-\x7E]{12,}/g, (word) =>
    word.length <= longest
      ? word
      : word
          .replace(/(?<=[/:._=@,;|-])(?=[^/:._=@,;|-])|(?<=[a-z])(?=[A-Z])/g, breakHere)
          .replace(/[^\u200B]{17,}/g, (run) => run.replace(/.{16}(?=.)/g, `$&${breakHere}`)),
  );
}
