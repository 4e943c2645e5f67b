import { readingReasonTexts } from './reading.ts';
import { placeOf } from './regions.ts';
import { dashed, fillSentence, type Language, type Localised, type WriteParam } from './text.ts';
import { generalReasonTexts } from './verdict-reasons.ts';
import type { Catalogue } from './catalogue.ts';
import type { Reason } from './report.ts';

/** Writes catalogue sentences for one reader. */
export type SentenceWriter = {
  /** A verdict's reason as a sentence: the check's own words, else the general ones. */
  reason(check: string, reason: Reason): string;
  title(check: string): string;
  instant(at: string): string;
  /** Place first, code second; "whole account" for what has no region. */
  region(region: string): string;
};

/** What a medium writes its own way; what is left out is written plainly. */
export type SentenceStyle = {
  instant?: (at: string) => string;
  /** A Region code or the name of a resource, such as with hyphens that do not break. */
  code?: (code: string) => string;
  /** So many names of a list are written, the rest counted; all of them unless said. */
  names?: number;
};

/** A writer in a language; instants are shown in `timeZone` (IANA), with the zone's name. */
export function sentenceWriter(
  catalogue: Catalogue,
  language: Language,
  timeZone: string,
  { instant = plainInstant(language, timeZone), code = asIs, names = Infinity }: SentenceStyle = {},
): SentenceWriter {
  const checks = new Map(catalogue.checks.map((check) => [check.id, check]));
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const ja = language === 'ja';

  function title(check: string): string {
    return checks.get(check)?.title[language] ?? check;
  }
  function region(name: string): string {
    if (name === 'global') return ja ? 'アカウント全体' : 'whole account';
    const place = placeOf(name, language);
    return place === name ? code(name) : `${place} (${code(name)})`;
  }
  function one(name: string, value: string | number): string {
    if (typeof value === 'number') return value.toLocaleString(language);
    if (name.endsWith('At')) return instant(value);
    if (/regions?$/i.test(name)) return region(value);
    if (/checks?$/i.test(name)) return ja ? `「${title(value)}」` : `“${title(value)}”`;
    if (/accounts?$/i.test(name)) return dashed(value);
    if (name === 'readingReason') return reasonText(value)[language];
    // The name at the end of an ARN; the whole ARN stands with the finding.
    return value.startsWith('arn:') ? code(value.split(/[:/]/).at(-1) ?? value) : value;
  }
  const write: WriteParam = (name, value) => {
    if (!Array.isArray(value)) return one(name, value);
    if (value.length === 0) return ja ? 'なし' : 'none';
    // Reading reasons are whole sentences: they follow each other.
    if (name === 'readingReason') return value.map((item) => one(name, item)).join(ja ? '' : ' ');
    const items = value.slice(0, names).map((item) => one(name, item));
    const more = value.length - items.length;
    if (more > 0) items.push(ja ? `ほか ${more} 件` : `${more} more`);
    return lists.format(items);
  };
  return {
    reason(check, { code: reasonCode, params }) {
      const texts = checks.get(check)?.reasons[reasonCode] ?? generalText(reasonCode);
      return fillSentence(texts[language], params, write).trim();
    },
    title,
    instant,
    region,
  };
}

function plainInstant(language: Language, timeZone: string): (at: string) => string {
  const instants = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: language === 'ja' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  return (at) => (Number.isNaN(Date.parse(at)) ? at : instants.format(new Date(at)));
}

function asIs(code: string): string {
  return code;
}

function reasonText(code: string): Localised {
  const texts: Readonly<Record<string, Localised>> = readingReasonTexts;
  return texts[code] ?? { en: code, ja: code };
}

function generalText(code: string): Localised {
  const texts: Readonly<Record<string, Localised>> = generalReasonTexts;
  return texts[code] ?? { en: code, ja: code };
}
