import { daysOfWeek, type Language } from '@ippo/contracts';

/** A week's days as people say them: `9–15 November 2026` or `2026年11月9日〜15日`. */
export function writeWeek(week: string, language: Language): string {
  const { monday, sunday } = daysOfWeek(week);
  const format = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  });
  const [from, to] = [monday, sunday].map((day) => new Date(`${day}T00:00:00Z`));
  // The language's own range, with the tilde that the rest of the product writes and no thin spaces.
  return format
    .formatRange(from ?? NaN, to ?? NaN)
    .replace('\uff5e', '\u301c')
    .replace(/\u2009/g, ' ');
}

/** `W46`. */
export function shortWeek(week: string): string {
  return week.slice(5);
}
