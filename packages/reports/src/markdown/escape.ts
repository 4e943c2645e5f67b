import { visible } from '../visible-text.ts';

// What GitHub Flavored Markdown, its math and its HTML take for anything but a character.
const special = /[\\`*_[\]<>|~&$]/g;
// What begins a heading, a list, a quotation or a rule where a line begins with it.
const opening = /^(\s*)(?:([#+=-])|(\d+)([.)]))/;

/** A text that Markdown shows as it is, in one line: whatever it holds is no markup, no link, no image. */
export function plain(text: string): string {
  return visible(text)
    .replaceAll(special, '\\$&')
    .replaceAll('://', '\\://')
    .replaceAll(/\bwww\./gi, (found) => `${found.slice(0, -1)}\\.`)
    .split('\n')
    .map((line) => line.replace(opening, beginning))
    .join('<br>');
}

/** Ids and names with their own letters; lines follow each other in spans of their own. */
export function code(text: string): string {
  return visible(text)
    .split('\n')
    .map((line) => (line.trim() === '' ? plain(line) : span(line)))
    .join('<br>');
}

function beginning(
  _found: string,
  spaces: string,
  mark: string | undefined,
  number = '',
  after = '',
): string {
  return mark === undefined ? `${spaces}${number}\\${after}` : `${spaces}\\${mark}`;
}

// A span ends at as many backticks as it began with; in a table a bar ends the cell even there.
function span(line: string): string {
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${line.replaceAll('|', '\\|')}${space}${fence}`;
}
