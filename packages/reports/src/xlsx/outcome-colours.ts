import { languages } from '@ippo/contracts';
import type { Mark } from '../document/document.ts';
import { lonelyMarkWord, marksByNeed } from '../document/mark-words.ts';

/** Text on white; the word says the same. */
const colours: Readonly<Record<Mark, string | undefined>> = {
  pass: '#00702A',
  fail: '#C20F1F',
  blocked: '#C20F1F',
  unknown: '#6A2FC0',
  manual: '#8A4B00',
  'not-applicable': undefined,
};

/** The colour of an outcome by its word, in either language. */
export const outcomeColours: Readonly<Record<string, string | undefined>> = Object.fromEntries(
  languages.flatMap((language) =>
    marksByNeed.map((mark) => [lonelyMarkWord(mark)[language], colours[mark]]),
  ),
);
