import { languages, outcomes, outcomeWords, type Outcome } from '@ippo/contracts';

/** Text on white; the word says the same. */
const colours: Readonly<Record<Outcome, string | undefined>> = {
  pass: '#00702A',
  fail: '#C20F1F',
  unknown: '#6A2FC0',
  manual: '#8A4B00',
  'not-applicable': undefined,
};

/** The colour of an outcome by its word, in either language. */
export const outcomeColours: Readonly<Record<string, string | undefined>> = Object.fromEntries(
  languages.flatMap((language) =>
    outcomes.map((outcome) => [outcomeWords[outcome][language], colours[outcome]]),
  ),
);
