import type { Language } from '@ippo/contracts';

/** A code whose hyphens do not break. */
export function unbroken(code: string): string {
  return code.replaceAll('-', '\u2011');
}

export function writeList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
}

/** A plain enumeration, without "and". */
export function writeUnits(items: readonly string[], language: Language): string {
  return items.join(language === 'ja' ? '、' : ', ');
}

/** `58–77` or `58〜77`. */
export function writeRange(from: number, to: number, language: Language): string {
  if (from === to) return String(from);
  return language === 'ja' ? `${from}〜${to}` : `${from}–${to}`;
}

/** The first of some names, each once, and how many more there are: one more is named, too. */
export function firstNames(
  names: readonly string[],
  most: number,
): { named: string[]; more: number } {
  const all = [...new Set(names)];
  const named = all.length > most + 1 ? all.slice(0, most) : all;
  return { named, more: all.length - named.length };
}
