import {
  sentenceWriter,
  type Assessment,
  type CatalogueCheck,
  type Catalogue,
  type Language,
  type Localised,
  type SentenceWriter,
} from '@ippo/contracts';
import type { ReportContext } from '../define-report-format.ts';
import { numberCalls, type NumberedCalls } from './numbered-calls.ts';
import { instantWriter, type InstantWriter } from './instants.ts';

/** What every chapter is written with. */
export type Writing = {
  assessment: Assessment;
  catalogue: Catalogue;
  language: Language;
  zone: string;
  say(text: Localised): string;
  /** A list of names, as the language joins them. */
  list(names: readonly string[]): string;
  count(value: number): string;
  instants: InstantWriter;
  sentences: SentenceWriter;
  calls: NumberedCalls;
  checkOf(id: string): CatalogueCheck | undefined;
};

/** A writer for one report in one language. */
export function writingOf(
  assessment: Assessment,
  { catalogue, language, zone }: ReportContext,
): Writing {
  const instants = instantWriter(zone);
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const checks = new Map(catalogue.checks.map((check) => [check.id, check]));
  return {
    ...{ assessment, catalogue, language, zone, instants },
    say: (text) => text[language],
    list: (names) => lists.format(names),
    count: (value) => value.toLocaleString(language),
    sentences: sentenceWriter(catalogue, language, zone, { instant: instants.both }),
    calls: numberCalls(assessment),
    checkOf: (id) => checks.get(id),
  };
}
