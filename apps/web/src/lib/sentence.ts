import {
  readingReasonTexts,
  sentenceWriter,
  type Catalogue,
  type CatalogueCheck,
  type CatalogueFramework,
  type Language,
  type ReadingReason,
  type SentenceWriter,
} from '@ippo/contracts';
import { writeInstant } from './dates.ts';
import { readerZone } from './reader-zone.ts';
import { unbroken } from './write-names.ts';

/** Up to this many names stand in a sentence; the findings list has them all. */
const namesShown = 4;

/** The catalogue in one language: its texts, and the codes of a report as sentences. */
export type Sentences = Pick<SentenceWriter, 'reason' | 'title'> & {
  check: (id: string) => CatalogueCheck | undefined;
  /** Two or three words for a column. */
  short: (check: string) => string;
  frameworks: readonly CatalogueFramework[];
  readingReason: (reason: ReadingReason) => string;
};

export function sentencesOf(catalogue: Catalogue, language: Language): Sentences {
  const byId = new Map(catalogue.checks.map((check) => [check.id, check]));
  const { reason, title } = sentenceWriter(catalogue, language, readerZone(), {
    instant: (at) => writeInstant(at, language),
    code: unbroken,
    names: namesShown,
  });
  return {
    check: (id) => byId.get(id),
    title,
    short: (id) => byId.get(id)?.short[language] ?? id,
    frameworks: catalogue.frameworks,
    reason,
    // A report of another version may know a code that this one does not.
    readingReason: (code) =>
      code in readingReasonTexts ? readingReasonTexts[code][language] : code,
  };
}
