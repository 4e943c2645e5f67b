import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLanguage } from '../i18n/text.tsx';
import { queries } from './api-client.ts';
import { sentencesOf } from './sentence.ts';

/** The catalogue's texts as sentences in the reader's language; undefined while it loads. */
export function useSentences() {
  const language = useLanguage();
  const { data } = useQuery(queries.catalogue.queryOptions({ staleTime: Infinity }));
  return useMemo(() => (data ? sentencesOf(data, language) : undefined), [data, language]);
}
