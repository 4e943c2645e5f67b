import { placeOf, type Language } from '@ippo/contracts';
import type { Write } from '../i18n/text.tsx';
import { unbroken } from './write-names.ts';

/** One Region by its name, several by their number; `names` may hold fewer than there are. */
export function writeWhere(
  names: readonly string[],
  count: number,
  t: Write,
  language: Language,
): string {
  const [only] = names;
  if (count !== 1 || only === undefined) return t('fact.regions', { n: count });
  const place = placeOf(only, language);
  return place === only ? unbroken(only) : place;
}
