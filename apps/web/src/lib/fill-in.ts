/** What a person must still fill in: `<bucket>`; JSON and comparisons hold no such mark. */
const mark = /<[a-z][a-z0-9-]*>/g;

/** A text in parts, each either plain or a mark to fill in. */
export function splitMarks(text: string): { text: string; fillIn: boolean }[] {
  const marks = text.match(mark) ?? [];
  return text
    .split(mark)
    .flatMap((plain, index) => [
      { text: plain, fillIn: false },
      { text: marks[index] ?? '', fillIn: true },
    ])
    .filter((part) => part.text !== '');
}

/** The names of the marks, each once, without their brackets. */
export function marksIn(text: string): string[] {
  return [...new Set(text.match(mark) ?? [])].map((found) => found.slice(1, -1));
}
