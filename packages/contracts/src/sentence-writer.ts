import { readingReasonTexts } from './reading.ts';
import { placeOf } from './regions.ts';
import { fillSentence, type Language, type Localised, type WriteParam } from './text.ts';
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

/** A writer in a language; instants are shown in `timeZone` (IANA), with the zone's name. */
export function sentenceWriter(
  catalogue: Catalogue,
  language: Language,
  timeZone: string,
): SentenceWriter {
  const checks = new Map(catalogue.checks.map((check) => [check.id, check]));
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
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });

  function title(check: string): string {
    return checks.get(check)?.title[language] ?? check;
  }
  function instant(at: string): string {
    return Number.isNaN(Date.parse(at)) ? at : instants.format(new Date(at));
  }
  function region(name: string): string {
    if (name === 'global') return language === 'ja' ? 'アカウント全体' : 'whole account';
    const place = placeOf(name, language);
    return place === name ? name : `${place} (${name})`;
  }
  function one(name: string, value: string | number): string {
    if (typeof value === 'number') return value.toLocaleString(language);
    if (name.endsWith('At')) return instant(value);
    if (name === 'region' || name === 'regions') return region(value);
    if (name === 'check' || name === 'checks') return title(value);
    if (name === 'account') return dashed(value);
    if (name === 'trail' || name === 'trails') return value.split(':trail/')[1] ?? value;
    if (name === 'readingReason') return reasonText(value)[language];
    return value;
  }
  const write: WriteParam = (name, value) => {
    if (!Array.isArray(value)) return one(name, value);
    if (value.length === 0) return language === 'ja' ? 'なし' : 'none';
    const items = value.map((item) => one(name, item));
    // Reading reasons are whole sentences: they follow each other.
    return name === 'readingReason' ? items.join(' ') : lists.format(items);
  };
  return {
    reason(check, { code, params }) {
      const texts = checks.get(check)?.reasons[code] ?? generalText(code);
      return fillSentence(texts[language], params, write);
    },
    title,
    instant,
    region,
  };
}

/** Account ids as people read them: `1111-2222-3333`. */
export function dashed(account: string): string {
  return /^\d{12}$/.test(account) ? account.replace(/(\d{4})(?=\d)/g, '$1-') : account;
}

function reasonText(code: string): Localised {
  const texts: Readonly<Record<string, Localised>> = readingReasonTexts;
  return texts[code] ?? { en: code, ja: code };
}

function generalText(code: string): Localised {
  const texts: Readonly<Record<string, Localised>> = generalReasonTexts;
  return texts[code] ?? { en: code, ja: code };
}
