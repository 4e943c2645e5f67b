import { placeOf, type Language } from '@ippo/contracts';

/** `1111-2222-3333`, as an account id is written in text. */
export function writeAccount(account: string): string {
  return /^\d{12}$/.test(account) ? account.replace(/(\d{4})(\d{4})(\d{4})/, '$1-$2-$3') : account;
}

/** `Osaka (ap-northeast-3)`; the code alone where we know no place. */
export function writeRegion(region: string, language: Language): string {
  const place = placeOf(region, language);
  const code = unbroken(region);
  return place === region ? code : `${place} (${code})`;
}

/** A code whose hyphens do not break. */
export function unbroken(code: string): string {
  return code.replaceAll('-', '\u2011');
}

export function writeList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
}

/** `58–77` or `58〜77`. */
export function writeRange(from: number, to: number, language: Language): string {
  if (from === to) return String(from);
  return language === 'ja' ? `${from}〜${to}` : `${from}–${to}`;
}
