import type { Language } from '@ippo/contracts';
import { visible } from '../visible-text.ts';

/** What Excel keeps in a cell (Microsoft, *Excel specifications and limits*), in UTF-16 units. */
const mostCharacters = 32_767;

/**
 * A text as a cell holds it: what XML 1.0 forbids and what nobody sees is written out, what is too long for a
 * cell is cut and says so.
 */
export function cellText(text: string, language: Language): string {
  return distinct(cut(escaped(visible(text)), language));
}

// ECMA-376 ST_Xstring: a reader takes `_x0041_` for the character with that code.
function escaped(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function cut(text: string, language: Language): string {
  if (text.length <= mostCharacters) return text;
  const said =
    language === 'ja'
      ? `…［${text.length.toLocaleString('ja')} 文字のため省略。全文は JSON にあります］`
      : `… [cut: ${text.length.toLocaleString('en')} characters; JSON has the whole text]`;
  return `${text.slice(0, mostCharacters - said.length).replace(/[\uD800-\uDBFF]$/, '')}${said}`;
}

// write-excel-file looks texts up in an object: `constructor` would be found there before it was written. It
// drops the NUL when it writes, so the cell is the text alone.
function distinct(text: string): string {
  return text in {} ? `${text}\u0000` : text;
}
