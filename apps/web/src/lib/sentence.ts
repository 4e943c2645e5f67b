import {
  fillSentence,
  generalReasonTexts,
  readingReasonTexts,
  type Catalogue,
  type CatalogueCheck,
  type GeneralReason,
  type Language,
  type ReadingReason,
  type Reason,
  type SentenceParams,
} from '@ippo/contracts';
import { writeInstant } from './dates.ts';
import { unbroken, writeAccount, writeList, writeRegion } from './write-names.ts';

/** Up to this many names stand in a sentence; the findings list has them all. */
const namesShown = 4;

/** Turns the codes of a report into sentences of one language. */
export type Sentences = {
  check: (id: string) => CatalogueCheck | undefined;
  title: (check: string) => string;
  reason: (check: string, reason: Reason) => string;
  readingReason: (reason: ReadingReason) => string;
};

export function sentencesOf(catalogue: Catalogue, language: Language): Sentences {
  const byId = new Map(catalogue.checks.map((check) => [check.id, check]));
  const title = (id: string) => byId.get(id)?.title[language] ?? id;

  function one(name: string, value: string | number): string {
    const text = String(value);
    if (name.endsWith('At')) return writeInstant(text, language);
    if (/regions?$/i.test(name)) return text === 'global' ? text : writeRegion(text, language);
    if (/checks?$/i.test(name)) return quote(title(text), language);
    if (text.startsWith('arn:')) return lastOfArn(text);
    if (/accounts?$/i.test(name)) return writeAccount(text);
    if (name === 'readingReason' && isReadingReason(text))
      return readingReasonTexts[text][language];
    return text;
  }

  function write(name: string, value: SentenceParams[string]): string {
    if (!Array.isArray(value)) return one(name, value);
    if (value.length === 0) return language === 'ja' ? 'なし' : 'none';
    const names = value.slice(0, namesShown).map((item) => one(name, item));
    const more = value.length - names.length;
    if (more > 0) names.push(language === 'ja' ? `ほか ${more} 件` : `${more} more`);
    return writeList(names, language);
  }

  function reason(check: string, { code, params }: Reason): string {
    const text = byId.get(check)?.reasons[code] ?? generalReasonTexts[code as GeneralReason];
    return text === undefined ? code : fillSentence(text[language], params, write).trim();
  }

  return {
    check: (id) => byId.get(id),
    title,
    reason,
    readingReason: (code) => readingReasonTexts[code][language],
  };
}

function isReadingReason(code: string): code is ReadingReason {
  return code in readingReasonTexts;
}

function quote(title: string, language: Language): string {
  return language === 'ja' ? `「${title}」` : `“${title}”`;
}

/** The name at the end of an ARN; the whole ARN stands with the finding. */
function lastOfArn(arn: string): string {
  return unbroken(arn.split('/').at(-1) ?? arn);
}
