import { z } from 'zod';

/** The languages of every text in the product. */
export const languages = ['en', 'ja'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

/** A value in both languages: leaving one out does not compile. */
export type Localised<T = string> = Readonly<Record<Language, T>>;
export const localisedSchema = z.object({ en: z.string(), ja: z.string() });

/** An instant as ISO 8601 in UTC, always with a `Z`. */
export const instantSchema = z.iso.datetime();
export type Instant = z.infer<typeof instantSchema>;

/**
 * What fills the `{name}` marks of a sentence. How a value is written follows from its name:
 * `…At` is an instant, `region(s)` a region code, `check(s)` a check id, `account` twelve digits,
 * `readingReason` a reading reason; anything else is what AWS or the user called it.
 */
export const sentenceParamsSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.array(z.string())]),
);
export type SentenceParams = z.infer<typeof sentenceParamsSchema>;

/** Writes one value of a sentence for a reader; `name` is the mark it fills. */
export type WriteParam = (name: string, value: SentenceParams[string]) => string;

/** Fills the `{name}` marks of a catalogue sentence; a mark without a value stays visible. */
export function fillSentence(sentence: string, params: SentenceParams, write: WriteParam): string {
  return sentence.replace(/\{(\w+)\}/g, (mark, name: string) => {
    const value = params[name];
    return value === undefined ? mark : write(name, value);
  });
}

/** Account ids as people read them: `1111-2222-3333`. */
export function dashed(account: string): string {
  return /^\d{12}$/.test(account) ? account.replace(/(\d{4})(?=\d)/g, '$1-') : account;
}
