import { useQuery } from '@tanstack/react-query';
import type { Catalogue } from '@ippo/contracts';
import { useMemo } from 'react';
import { useLanguage } from '../i18n/text.tsx';
import { queries } from './api-client.ts';
import { sentencesOf } from './sentence.ts';

/** The texts of every check; what stands outside of a page says itself what to do without them. */
export function useCatalogue({ needed = false } = {}) {
  return useQuery(
    queries.catalogue.queryOptions({
      staleTime: Infinity,
      // Texts that are there stay, whatever became of asking for them once more.
      throwOnError: (_error, { state }) => needed && state.data === undefined,
    }),
  );
}

/**
 * The catalogue's texts as sentences in the reader's language; undefined while it loads. A page without them
 * is none: where they cannot be had, the error is the page's.
 */
export function useSentences() {
  return useSentencesOf(useCatalogue({ needed: true }).data);
}

/** The same from a catalogue at hand. */
export function useSentencesOf(data: Catalogue | undefined) {
  const language = useLanguage();
  return useMemo(() => (data ? sentencesOf(data, language) : undefined), [data, language]);
}
