import type { Language } from '@ippo/contracts';

/** A count with its separators: `2,557`. */
export function writeDays(days: number, language: Language): string {
  return new Intl.NumberFormat(language).format(days);
}
