// What a reader would not see, or would see in another order: controls, halves of characters, code points that
// are no characters, marks of direction, spaces without width.
const unseen =
  /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFD]/gu;

/**
 * A text as people can read it: what would not be seen, or would turn the order of what is, stands as
 * `\u{202E}`. Line breaks become `\n`, tabs stay; the exact text is in JSON.
 */
export function visible(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(unseen, (found) => (found === '\n' || found === '\t' ? found : codeOf(found)));
}

/** A character by its number: `\\u{202E}`. */
export function codeOf(character: string): string {
  const digits = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `\\u{${digits}}`;
}
