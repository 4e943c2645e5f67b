import { placeOf } from '@ippo/contracts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { reasonSentence } from '../../lib/verdict-sentence.ts';
import { groupSentence } from './line-cells.tsx';
import { isGroup, type ListedRow } from './listed-rows.ts';

/** Says which line a control is about, as it is read aloud: what is so, of what, and where. */
export function useRowName(sentences: Sentences): (line: ListedRow) => string {
  const t = useText();
  const language = useLanguage();
  return (line) => {
    const { check, reason, region, resource, facet } = line.lead;
    const short = sentences.short(check);
    if (isGroup(line))
      return [
        groupSentence(line, sentences, t),
        short,
        t('findings.of-group', { n: line.count }),
      ].join(' · ');
    const name = facet ?? resource;
    return [
      ...[reasonSentence(check, reason, sentences), short],
      ...(name === undefined ? [] : [name]),
      ...(region === undefined ? [] : [placeOf(region, language)]),
    ].join(' · ');
  };
}
