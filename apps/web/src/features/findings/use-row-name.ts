import { placeOf, type FindingRow } from '@ippo/contracts';
import { useLanguage } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { reasonSentence } from '../../lib/verdict-sentence.ts';

/** Says which finding a control is about, as it is read aloud: what is so, of what, and where. */
export function useRowName(sentences: Sentences): (row: FindingRow) => string {
  const language = useLanguage();
  return ({ check, reason, region, resource, facet }) => {
    const name = facet ?? resource;
    const parts = [
      ...[reasonSentence(check, reason, sentences), sentences.short(check)],
      ...(name === undefined ? [] : [name]),
      ...(region === undefined ? [] : [placeOf(region, language)]),
    ];
    return parts.join(' · ');
  };
}
